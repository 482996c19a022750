//! The plugin under Debian's `WordPress`, with two of its themes.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod site;

use anyhow::{Result, ensure};
use browsers::visit::Visit;
use integrations::{in_chromium, main_job, says_nothing};
use site::Site;

/// Debian's themes: one of blocks, one of templates in PHP.
const THEMES: [&str; 2] = ["twentytwentythree", "twentytwentyone"];

const COMPANY: &str = "Smith & “Sons”";

#[tokio::test]
async fn authors_publish_the_block_and_the_shortcode() -> Result<()> {
    let site = Site::start().await?;
    site.add_plugin()?;
    everything_is_escaped(&site)?;
    in_chromium(async |visit| {
        log_in(visit, &site, "author").await?;
        let posts = [publish_block(visit, &site).await?, shortcode(&site)?, html_block(&site)?];
        let archives = [loop_of_posts(&site)?, site.web.address("/author/author/")];
        for (theme, archive) in THEMES.into_iter().zip(&archives) {
            site.php(&format!("switch_theme( '{theme}' );"))?;
            // The other theme has excerpts only, from which WordPress drops blocks and shortcodes.
            site.php("set_theme_mod( 'display_excerpt_or_full_post', 'full' );")?;
            for post in &posts {
                main_job(visit, post).await?;
            }
            archive_has_a_widget_for_each_post(visit, archive).await?;
            page_without_it_loads_nothing(visit, &site).await?;
        }
        optimizers_leave_it_working(visit, &posts[0]).await?;
        site.php(UNINSTALL)?;
        visit.go_to(&posts[0]).await?;
        ensure!(widgets(visit).await? == 0, "a widget without a plugin");
        Ok(())
    })
    .await?;
    assert_eq!(site.php(REMAINS)?, "", "the plugin left something behind");
    ensure!(!site.plugin().exists(), "the plugin's files are still there");
    site.complained_of_nothing()
}

/// As the page of plugins does it.
const UNINSTALL: &str = "deactivate_plugins( 'good-sport/good-sport.php' );
    delete_plugins( array( 'good-sport/good-sport.php' ) );";

/// What the plugin could have stored.
const REMAINS: &str = "global $wpdb; foreach ( array( 'option_name' => 'options', \
    'meta_key' => 'usermeta', 'post_type' => 'posts' ) as $key => $table ) \
    echo implode( $wpdb->get_col( \"SELECT $key FROM wp_$table WHERE $key LIKE '%good%sport%'\" ) );";

/// Attributes that would end the element's tag.
fn everything_is_escaped(site: &Site) -> Result<()> {
    let block = r#"<!-- wp:good-sport/letter {"company":"\"><img src=x>"} /-->"#;
    let shortcode = r#"[good-sport company="&quot;>&#60;img src=x>" onclick="alert(1)" style="x"]"#;
    for (kind, content) in [("do_blocks", block), ("do_shortcode", shortcode)] {
        let drawn = site.php(&format!("echo {kind}( '{content}' );"))?;
        let (_, element) = drawn.split_once("<good-sport ").unwrap_or_default();
        let expected = "company=\"&quot;&gt;&lt;img src=x&gt;\" data-base=";
        ensure!(element.starts_with(expected), "{kind} gives {drawn}");
    }
    Ok(())
}

async fn log_in(visit: &Visit, site: &Site, user: &str) -> Result<()> {
    visit.go_to(&site.web.address("/wp-login.php")).await?;
    for field in ["#user_login", "#user_pass"] {
        let body = "document.querySelector(arguments[0]).value = arguments[1];";
        visit.run::<()>(body, &[field.into(), user.into()]).await?;
    }
    visit.find("#wp-submit").await?.click().await?;
    visit.until("one is logged in", "return document.querySelector('#wpadminbar');", &[]).await
}

/// Inserts the block in the editor, looks at its preview, and publishes; gives the address.
async fn publish_block(visit: &Visit, site: &Site) -> Result<String> {
    visit.go_to(&site.web.address("/wp-admin/post-new.php")).await?;
    visit.until("the editor is there", EDITOR, &[]).await?;
    visit.run::<()>(INSERT, &[COMPANY.into()]).await?;
    let preview = visit.widget(0);
    preview.come_to().await?;
    preview.reads(COMPANY).await?;
    visit.until("its controls are there", CONTROLS, &[]).await?;
    says_nothing(visit).await?;
    let post = visit.run_async(PUBLISH, &[]).await?;
    visit.session().refresh().await?;
    visit.until("the editor is there again", EDITOR, &[]).await?;
    preview.come_to().await?;
    preview.reads(COMPANY).await?;
    Ok(post)
}

const EDITOR: &str = "return window.wp?.data?.select('core/editor')?.__unstableIsEditorReady()
    && wp.blocks.getBlockType('good-sport/letter');";

const INSERT: &str = "const block = wp.blocks.createBlock('good-sport/letter', {
      company: arguments[0], situation: ['cancelled', 'final'], tone: 'warm', align: 'wide' });
    wp.data.dispatch('core/block-editor').insertBlocks([block]);
    wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block');";

/// One for each attribute of the element.
const CONTROLS: &str = "const attributes = wp.blocks.getBlockType('good-sport/letter').attributes;
    const own = Object.values(attributes).filter((it) => it.description);
    const help = document.querySelectorAll('.block-editor-block-inspector .components-base-control__help');
    const texts = Array.from(help, (it) => it.textContent);
    return own.length && own.every((it) => texts.includes(it.description));";

const PUBLISH: &str = "const editor = wp.data.dispatch('core/editor');
    editor.editPost({ title: 'By block', status: 'publish' });
    await editor.savePost();
    if (wp.data.select('core/editor').didPostSaveRequestFail()) throw new Error('not published');
    return wp.data.select('core/editor').getPermalink();";

/// Publishes the shortcode, with the quotes that an editor for text makes.
fn shortcode(site: &Site) -> Result<String> {
    let post = "Before.\n\n[good-sport company=“Smith & Sons” heading-level=\"3\"]\n\nAfter.";
    site.publish("author", "By shortcode", post)
}

/// Publishes the tag itself, which only an administrator may.
fn html_block(site: &Site) -> Result<String> {
    let tag = r#"<script src="/wp-content/plugins/good-sport/dist/good-sport.js" async></script>"#;
    let block = format!("<!-- wp:html -->{tag}<!-- /wp:html -->");
    site.publish("author", "Stripped", &block)?;
    ensure!(site.content("Stripped")? == "<!-- wp:html --><!-- /wp:html -->", "authors may do it");
    site.publish("admin", "By tag", &block)
}

/// Publishes a page with the posts of the author in full, as a theme of blocks would show them.
fn loop_of_posts(site: &Site) -> Result<String> {
    let post = "<!-- wp:post-template --><!-- wp:post-content /--><!-- /wp:post-template -->";
    let query = r#"{"query":{"perPage":3,"postType":"post","author":"2","inherit":false}}"#;
    let block = format!(
        "<!-- wp:query {query} --><div class=\"wp-block-query\">{post}</div><!-- /wp:query -->"
    );
    site.publish("admin", "All letters", &block)
}

async fn widgets(visit: &Visit) -> Result<usize> {
    visit.run("return document.querySelectorAll('good-sport').length;", &[]).await
}

async fn archive_has_a_widget_for_each_post(visit: &Visit, archive: &str) -> Result<()> {
    visit.go_to(archive).await?;
    ensure!(widgets(visit).await? == 2, "not one widget for each post");
    for (number, company) in ["Smith & Sons", COMPANY].into_iter().enumerate() {
        visit.widget(number).come_to().await?;
        visit.widget(number).reads(company).await?;
    }
    says_nothing(visit).await
}

async fn page_without_it_loads_nothing(visit: &Visit, site: &Site) -> Result<()> {
    visit.go_to(&site.web.address("/hello-world/")).await?;
    let body = "return document.documentElement.outerHTML.includes('plugins/good-sport');";
    ensure!(!visit.run::<bool>(body, &[]).await?, "a page without a widget loads it");
    Ok(())
}

async fn optimizers_leave_it_working(visit: &Visit, post: &str) -> Result<()> {
    main_job(visit, &format!("{post}?optimizer=join")).await?;
    let tags = "return document.querySelectorAll('script[src*=\"good-sport.js\"]').length;";
    ensure!(visit.run::<usize>(tags, &[]).await? == 0, "the script was not joined");
    visit.go_to(&format!("{post}?optimizer=delay")).await?;
    let defined = "return Boolean(customElements.get('good-sport'));";
    ensure!(!visit.run::<bool>(defined, &[]).await?, "the script was not delayed");
    visit.session().action_chain().move_to(200, 200).perform().await?;
    visit.widget(0).come_to().await?;
    says_nothing(visit).await
}
