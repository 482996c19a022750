"""The widget in MkDocs: a hook that puts its script into every page, and lets the element be."""

from markdown.extensions import Extension
from mkdocs.utils import normalize_url


class Element(Extension):
    """Keeps Markdown from putting the element, and what is inside, into paragraphs of its own."""

    def extendMarkdown(self, md):
        md.block_level_elements.append("good-sport")


def on_config(config):
    config.markdown_extensions.append(Element())


def on_post_page(output, page, config):
    # Every page has it: where pages are loaded without leaving one, the scripts in their heads do
    # not run.
    base = config.extra.get("good_sport", {}).get("base", "good-sport/").rstrip("/")
    src = normalize_url(f"{base}/good-sport.js", page)
    tag = f'<script src="{src}" async data-place="off"></script>'
    return output.replace("</head>", f"{tag}</head>", 1)
