//! Every promise that can be seen from a page, tested in every engine.

use std::process::ExitCode;

use anyhow::Result;
use browsers::engine::Engine;
use browsers::suite::{Exception, Suite};

mod attributes;
mod channels;
mod checklist;
mod component;
mod copying;
mod diagnostics;
mod dialogs;
mod draft;
mod failing;
mod frame;
mod frameworks;
mod interfering;
mod isolation;
mod journeys;
mod keys;
mod letter;
mod libraries;
mod life;
mod links;
mod linter;
mod linting;
mod loading;
mod look;
mod mail;
mod people;
mod placing;
mod policy;
mod printing;
mod privacy;
mod reserved;
mod scripts;
mod shell;
mod site;
mod translation;

/// A case to which an engine cannot be driven.
const EXCEPTIONS: &[Exception] = &[
    Exception {
        engine: Engine::WebKit,
        test: "native_undo_covers_replacements",
        why: "its driver's keys do not reach its own undo",
    },
    Exception {
        engine: Engine::WebKit,
        test: "prints_letter_and_checklist_on_one_page",
        why: "its driver has no command to print",
    },
    Exception {
        engine: Engine::WebKit,
        test: "prints_long_letters_across_pages",
        why: "its driver has no command to print",
    },
    Exception {
        engine: Engine::WebKit,
        test: "printing_restores_the_dom",
        why: "its driver has no command to print",
    },
    Exception {
        engine: Engine::WebKit,
        test: "prints_black_on_white",
        why: "its driver has no command to print",
    },
    Exception {
        engine: Engine::Firefox,
        test: "prints_black_on_white",
        why: "its driver prints, and does not tell in which colors",
    },
    Exception {
        engine: Engine::WebKit,
        test: "shell_never_shows_a_wrong_letter",
        why: "it has a file from its memory that the next page should wait for",
    },
    Exception {
        engine: Engine::Fallback,
        test: "corrupted_file_is_detected",
        why: "it takes another file in place of the bytes that were changed",
    },
    Exception {
        engine: Engine::WebKit,
        test: "integrity_mismatch_blocks_execution",
        why: "it does not compare the integrity of a modulepreload",
    },
    Exception {
        engine: Engine::WebKit,
        test: "linter_of_another_build_is_not_run",
        why: "it does not compare the integrity of a modulepreload",
    },
    Exception {
        engine: Engine::Firefox,
        test: "error_code_policy_for_a_csp_violation",
        why: "it tells nobody that it has refused a modulepreload",
    },
    Exception {
        engine: Engine::Fallback,
        test: "single_file_build_works_from_file_urls",
        why: FROM_DISK,
    },
    Exception { engine: Engine::Fallback, test: "frame_page_works_from_file_urls", why: FROM_DISK },
    Exception {
        engine: Engine::Firefox,
        test: "removed_widgets_do_not_leak",
        why: "its driver tells nothing of memory",
    },
    Exception {
        engine: Engine::WebKit,
        test: "removed_widgets_do_not_leak",
        why: "its driver tells nothing of memory",
    },
    Exception {
        engine: Engine::Firefox,
        test: "theme_of_a_page_without_a_color_scheme_is_not_the_visitors",
        why: "its driver cannot change what the visitor prefers",
    },
    Exception {
        engine: Engine::WebKit,
        test: "theme_of_a_page_without_a_color_scheme_is_not_the_visitors",
        why: "its driver cannot change what the visitor prefers",
    },
    Exception {
        engine: Engine::Firefox,
        test: "focus_ring_is_visible_in_forced_colors",
        why: "its driver cannot change what the visitor prefers",
    },
    Exception {
        engine: Engine::WebKit,
        test: "focus_ring_is_visible_in_forced_colors",
        why: "its driver cannot change what the visitor prefers",
    },
    Exception {
        engine: Engine::WebKit,
        test: "copies_in_an_insecure_context",
        why: "it cannot be told of a name for this machine, whose number it trusts",
    },
    Exception {
        engine: Engine::Firefox,
        test: "tolerates_replaced_globals",
        why: "its driver works by scripts that fail on such a page",
    },
    Exception {
        engine: Engine::WebKit,
        test: "tolerates_replaced_globals",
        why: "its driver works by scripts that fail on such a page",
    },
    Exception {
        engine: Engine::WebKit,
        test: "works_with_css_zoom",
        why: "it tells places as they were before the zoom, so that nothing can be clicked there",
    },
    Exception {
        engine: Engine::Firefox,
        test: "iframe_survives_a_webmail_protocol_handler",
        why: "its driver cannot answer for the visitor whether a site may open mail links",
    },
    Exception {
        engine: Engine::WebKit,
        test: "iframe_survives_a_webmail_protocol_handler",
        why: "it has no mail links that sites may open",
    },
    Exception {
        engine: Engine::WebKit,
        test: "frame_takes_the_color_scheme_of_its_place",
        why: "it tells a frame what the visitor prefers, and not which color scheme its place has",
    },
    Exception { engine: Engine::Hostile, test: "Strict policies", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "Pages of any style and age", why: LOOKS },
    Exception { engine: Engine::Hostile, test: "Frameworks", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "Yew applications", why: ELSEWHERE },
    Exception {
        engine: Engine::Fallback,
        test: "Yew applications",
        why: "they are WebAssembly themselves",
    },
    Exception { engine: Engine::Hostile, test: "Dialogs", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "Libraries of all times", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "Who looks on", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "Translators", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "axe_passes_with_all_panels_open", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "Printing", why: LOOKS },
    Exception { engine: Engine::Hostile, test: "The look", why: LOOKS },
    Exception { engine: Engine::Hostile, test: "The site", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "The page for frames", why: ELSEWHERE },
    Exception {
        engine: Engine::Hostile,
        test: "The report to the publisher",
        why: "it reports what these pages have replaced",
    },
];

/// Why the fallback build has no case of a page on disk.
const FROM_DISK: &str = "the one file holds WebAssembly, and browsers load no second one from disk";

/// Why the hostile column has no case of how the widget looks.
const LOOKS: &str = "it looks the same, whatever the page's scripts have replaced";
/// Why the hostile column has no case that brings scripts of others.
const ELSEWHERE: &str = "its pages bring scripts or a policy of their own, which these would break";

/// Adds the tests of a section.
type Add = fn(&mut Suite);

/// The tests, by what they are about.
const SECTIONS: &[(&str, Add)] = &[
    ("Where the tag stands", placing::add),
    ("What is loaded when", loading::add),
    ("Before the program is there", shell::add),
    ("Strict policies", policy::add),
    ("Where something fails", failing::add),
    ("The report to the publisher", diagnostics::add),
    ("The page for frames", frame::add),
    ("Pages of any style and age", isolation::add),
    ("Who looks on", privacy::add),
    ("Translators", translation::add),
    ("Frameworks", frameworks::add),
    ("Yew applications", component::add),
    ("Dialogs", dialogs::add),
    ("Libraries of all times", libraries::add),
    ("Life in a page", life::add),
    ("Attributes and theme", attributes::add),
    ("A link that fills in the form", links::add),
    ("Pages that interfere", interfering::add),
    ("The clipboard", copying::add),
    ("The letter", letter::add),
    ("The mail link", mail::add),
    ("Notes to others", people::add),
    ("The tone linter", linter::add),
    ("When the tone linter is loaded", linting::add),
    ("Other channels", channels::add),
    ("The checklist", checklist::add),
    ("Printing", printing::add),
    ("The kept draft", draft::add),
    ("Whole visits", journeys::add),
    ("Other scripts than Latin", scripts::add),
    ("The keyboard", keys::add),
    ("The look", look::add),
    ("The site", site::add),
];

fn main() -> Result<ExitCode> {
    let mut suite = Suite::new(EXCEPTIONS)?;
    for (title, add) in SECTIONS {
        suite.begin(title);
        add(&mut suite);
    }
    suite.run()
}
