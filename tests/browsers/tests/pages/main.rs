//! Every promise that can be seen from a page, tested in every engine.

use std::process::ExitCode;

use anyhow::Result;
use browsers::engine::Engine;
use browsers::suite::{Exception, Suite};

mod attributes;
mod channels;
mod checklist;
mod copying;
mod dialogs;
mod draft;
mod failing;
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
mod loading;
mod look;
mod mail;
mod people;
mod placing;
mod policy;
mod printing;
mod privacy;
mod reserved;
mod shell;
mod translation;

/// What an engine cannot be driven to.
const EXCEPTIONS: &[Exception] = &[
    Exception {
        engine: Engine::WebKit,
        test: "the_undo_of_the_browser_knows_what_was_replaced",
        why: "its driver's keys do not reach its own undo",
    },
    Exception {
        engine: Engine::WebKit,
        test: "the_letter_and_the_checklist_fill_one_page",
        why: "its driver has no command to print",
    },
    Exception {
        engine: Engine::WebKit,
        test: "a_letter_of_any_length_is_printed_from_the_first_page_on",
        why: "its driver has no command to print",
    },
    Exception {
        engine: Engine::WebKit,
        test: "a_printed_letter_leaves_nothing_behind",
        why: "its driver has no command to print",
    },
    Exception {
        engine: Engine::WebKit,
        test: "it_is_black_on_white_on_paper_in_any_page",
        why: "its driver has no command to print",
    },
    Exception {
        engine: Engine::Firefox,
        test: "it_is_black_on_white_on_paper_in_any_page",
        why: "its driver prints, and does not tell in which colors",
    },
    Exception {
        engine: Engine::WebKit,
        test: "no_letter_is_shown_that_the_program_would_not_write",
        why: "it has a file from its memory that the next page should wait for",
    },
    Exception {
        engine: Engine::Fallback,
        test: "a_file_that_was_changed_on_its_way_says_so",
        why: "it takes another file in place of the bytes that were changed",
    },
    Exception {
        engine: Engine::WebKit,
        test: "a_file_that_differs_never_runs",
        why: "it does not compare the integrity of a modulepreload",
    },
    Exception {
        engine: Engine::Firefox,
        test: "a_policy_that_refuses_the_files_is_told_apart",
        why: "it tells nobody that it has refused a modulepreload",
    },
    Exception {
        engine: Engine::Fallback,
        test: "one_file_works_from_disk",
        why: "the one file holds WebAssembly, and browsers load no second one from disk",
    },
    Exception {
        engine: Engine::Firefox,
        test: "a_hundred_widgets_that_are_gone_leave_nothing",
        why: "its driver tells nothing of memory",
    },
    Exception {
        engine: Engine::WebKit,
        test: "a_hundred_widgets_that_are_gone_leave_nothing",
        why: "its driver tells nothing of memory",
    },
    Exception {
        engine: Engine::Firefox,
        test: "the_theme_follows_the_visitor_where_the_page_says_nothing",
        why: "its driver cannot change what the visitor prefers",
    },
    Exception {
        engine: Engine::WebKit,
        test: "the_theme_follows_the_visitor_where_the_page_says_nothing",
        why: "its driver cannot change what the visitor prefers",
    },
    Exception {
        engine: Engine::Firefox,
        test: "the_ring_can_be_seen_in_forced_colors",
        why: "its driver cannot change what the visitor prefers",
    },
    Exception {
        engine: Engine::WebKit,
        test: "the_ring_can_be_seen_in_forced_colors",
        why: "its driver cannot change what the visitor prefers",
    },
    Exception {
        engine: Engine::WebKit,
        test: "a_page_that_no_browser_trusts_copies",
        why: "it cannot be told of a name for this machine, whose number it trusts",
    },
    Exception {
        engine: Engine::Firefox,
        test: "libraries_that_replace_globals_change_nothing",
        why: "its driver works by scripts that fail on such a page",
    },
    Exception {
        engine: Engine::WebKit,
        test: "libraries_that_replace_globals_change_nothing",
        why: "its driver works by scripts that fail on such a page",
    },
    Exception {
        engine: Engine::WebKit,
        test: "it_works_where_the_page_is_zoomed",
        why: "it tells places as they were before the zoom, so that nothing can be clicked there",
    },
    Exception {
        engine: Engine::Firefox,
        test: "a_frame_keeps_the_letter_where_a_web_mailer_opens_mail_links",
        why: "its driver cannot answer for the visitor whether a site may open mail links",
    },
    Exception {
        engine: Engine::WebKit,
        test: "a_frame_keeps_the_letter_where_a_web_mailer_opens_mail_links",
        why: "it has no mail links that sites may open",
    },
    Exception { engine: Engine::Hostile, test: "Strict policies", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "Pages of any style and age", why: LOOKS },
    Exception { engine: Engine::Hostile, test: "Frameworks", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "Dialogs", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "Libraries of all times", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "Who looks on", why: ELSEWHERE },
    Exception { engine: Engine::Hostile, test: "Translators", why: ELSEWHERE },
    Exception {
        engine: Engine::Hostile,
        test: "axe_finds_nothing_in_what_is_unfolded",
        why: ELSEWHERE,
    },
    Exception { engine: Engine::Hostile, test: "Printing", why: LOOKS },
    Exception { engine: Engine::Hostile, test: "The look", why: LOOKS },
];

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
    ("Pages of any style and age", isolation::add),
    ("Who looks on", privacy::add),
    ("Translators", translation::add),
    ("Frameworks", frameworks::add),
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
    ("Other channels", channels::add),
    ("The checklist", checklist::add),
    ("Printing", printing::add),
    ("The kept draft", draft::add),
    ("Whole visits", journeys::add),
    ("The keyboard", keys::add),
    ("The look", look::add),
];

fn main() -> Result<ExitCode> {
    let mut suite = Suite::new(EXCEPTIONS)?;
    for (title, add) in SECTIONS {
        suite.begin(title);
        add(&mut suite);
    }
    suite.run()
}
