//! Text and characters: word characters, invisible characters, grapheme extenders, and cleaning.

use crate::content::Text;

/// Whether a list has a text.
pub(super) trait HasText {
    /// Whether this is one of them.
    fn has(&self, text: &str) -> bool;
}

impl HasText for [Text] {
    fn has(&self, text: &str) -> bool {
        self.iter().any(|it| it == text)
    }
}

/// The longest text that a page may give, in characters.
pub const GIVEN_LIMIT: usize = 200;

/// From here on there are scripts and pictures whose characters are joined by invisible ones.
const JOINED_SCRIPTS: char = '\u{600}';

/// Quotation marks around a name, as a word processor or a page's own typography writes them.
const DOUBLE_QUOTES: [char; 7] = ['"', '“', '”', '„', '«', '»', '″'];
const SINGLE_QUOTES: [char; 4] = ['\'', '‘', '’', '‚'];

/// Cleans a text from outside for the form: [`tidy`], and truncated at [`GIVEN_LIMIT`] without splitting
/// a grapheme.
///
/// ```
/// use good_sport::model::clean;
///
/// assert_eq!(clean("Acme\u{0}\r\nBcc: all@example.org"), "Acme Bcc: all@example.org");
/// assert_eq!(clean(&"é".repeat(300)).chars().count(), 200);
/// ```
#[must_use]
pub fn clean(text: &str) -> String {
    let mut kept = tidy(text);
    if let Some((cut, _)) = kept.char_indices().nth(GIVEN_LIMIT) {
        let mut rest = kept[cut..].chars().next();
        kept.truncate(cut);
        // What was one character to its reader goes as a whole.
        while rest.is_some_and(extends) || kept.ends_with('\u{200d}') {
            rest = kept.pop();
        }
        kept.truncate(kept.trim_end().len());
    }
    kept
}

/// Normalizes a text to one line: without invisible characters and direction overrides, and without
/// quotation marks around the whole.
///
/// ```
/// use good_sport::model::tidy;
///
/// assert_eq!(tidy(" \u{202e}Acme\u{2028}Ltd \u{feff}"), "Acme Ltd");
/// assert_eq!(tidy("”Acme”"), "Acme");
/// assert_eq!(tidy("می\u{200c}خواهم 👩\u{200d}🚀"), "می\u{200c}خواهم 👩\u{200d}🚀");
/// ```
#[must_use]
pub fn tidy(text: &str) -> String {
    let mut last = ' ';
    let seen = text.chars().filter(|it| {
        let joins = matches!(it, '\u{200c}' | '\u{200d}');
        let is_kept =
            if joins { last >= JOINED_SCRIPTS && !is_joiner(last) } else { !is_invisible(*it) };
        if is_kept {
            last = *it;
        }
        is_kept
    });
    let seen: String = seen.collect();
    let line = join(seen.split_whitespace(), " ");
    unquoted(&line).to_owned()
}

const fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

/// Whether a character has no place in a name: nobody sees it, it turns the text around it, or it
/// stands for one that was lost. The marks U+200E and U+200F stay: they turn nothing but themselves.
fn is_invisible(letter: char) -> bool {
    let is_space = matches!(letter, '\t'..='\r' | '\u{85}');
    letter.is_control() && !is_space
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180e}' | '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{ffff}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}')
}

/// Whether a character extends the grapheme before it, for the scripts and emoji that are common.
pub(super) const fn extends(letter: char) -> bool {
    is_joiner(letter)
        || matches!(letter,
            '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}'
            | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}'
            | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{1160}'..='\u{11ff}'
            | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0100}'..='\u{e01ef}')
}

/// A text without the quotation marks around the whole of it.
fn unquoted(text: &str) -> &str {
    let within = |quotes: &[char]| {
        let inner = text.strip_prefix(quotes)?.strip_suffix(quotes)?.trim();
        inner.chars().any(is_word_char).then_some(inner)
    };
    let double = within(&DOUBLE_QUOTES).filter(|it| !it.contains(DOUBLE_QUOTES));
    // An apostrophe stands between letters; another mark ends one quotation and begins the next.
    let ends = |it: &str| it.split(' ').any(|word| word.trim_matches(SINGLE_QUOTES) != word);
    double.or_else(|| within(&SINGLE_QUOTES).filter(|it| !ends(it))).unwrap_or(text)
}

/// Whether it is a word character: a letter or a digit of any script, no punctuation and no emoji.
///
/// By ranges: the tables of `char::is_alphanumeric` would cost a visitor more than they are worth.
pub(super) const fn is_word_char(letter: char) -> bool {
    let is_general = matches!(letter,
        '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}' | '\u{964}' | '\u{965}'
        | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff5b}'..='\u{ff65}' | '\u{1f000}'..='\u{1faff}');
    letter.is_ascii_alphanumeric() || letter >= 'À' && !is_general
}

/// What divides a sentence or stands behind a greeting, in any script.
pub(super) const COMMAS: [char; 3] = [',', '،', '、'];
/// What begins and what ends a text that is isolated from the direction of the text around it.
pub(super) const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Whether a mark ends a sentence, in any script.
pub(super) const fn ends_sentence(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟')
}

/// A letter in lower case: of Latin in Europe and Vietnam, of Greek and of Cyrillic. The tables of
/// `char::to_lowercase` would cost a visitor more than they are worth.
pub(super) fn lowercase(letter: char) -> char {
    let code = u32::from(letter);
    match letter {
        'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ω' | 'А'..='Я' => moved(letter, 32),
        'Ѐ'..='Џ' => moved(letter, 80),
        'Ά' => 'ά',
        'Έ'..='Ί' => moved(letter, 37),
        'Ā'..='Į' | 'Ĳ'..='Ķ' | 'Ŋ'..='Ŷ' | 'Ơ' | 'Ș'..='Ț' | 'Ạ'..='Ỹ' if code % 2 == 0 => {
            moved(letter, 1)
        }
        'Ĺ'..='Ň' | 'Ź'..='Ž' | 'Ư' if code % 2 == 1 => moved(letter, 1),
        _ => letter.to_ascii_lowercase(),
    }
}

/// The same in upper case.
pub(super) fn uppercase(letter: char) -> char {
    let capital = [32, 1, 80, 37, 38].map(|it| moved(letter, -it)).into_iter();
    let capital = capital.chain([letter.to_ascii_uppercase()]);
    capital.filter(|it| lowercase(*it) == letter).find(|it| *it != letter).unwrap_or(letter)
}

pub(super) fn is_lowercase(letter: char) -> bool {
    uppercase(letter) != letter
}

pub(super) fn is_uppercase(letter: char) -> bool {
    // In lower case it is two characters.
    letter == 'İ' || lowercase(letter) != letter
}

/// The character so many code points further.
fn moved(letter: char, by: i32) -> char {
    u32::from(letter).checked_add_signed(by).and_then(char::from_u32).unwrap_or(letter)
}

/// The last end of a whole character that is no further than this byte. A `str` knows it, from a
/// compiler on that is newer than what this library asks for.
pub(super) fn floor_char_boundary(text: &str, most: usize) -> usize {
    let most = most.min(text.len());
    (0..=most).rev().find(|it| text.is_char_boundary(*it)).unwrap_or_default()
}

/// Joins texts with a separator. A slice's own `join` is made for speed, and six times as long.
#[must_use]
pub fn join(parts: impl Iterator<Item: AsRef<str>>, separator: &str) -> String {
    let mut joined = String::new();
    for part in parts {
        if !joined.is_empty() {
            joined.push_str(separator);
        }
        joined.push_str(part.as_ref());
    }
    joined
}

/// The name of one of several things that share one: `reminder-3`.
#[must_use]
pub fn numbered(name: &str, number: usize) -> String {
    join([name, &digits(number)].into_iter(), "-")
}

/// A number in digits. The formatting that `to_string` brings along would be 1 kB of program.
#[must_use]
pub fn digits(number: usize) -> String {
    let mut digits = if number < 10 { String::new() } else { digits(number / 10) };
    digits.push(char::from(b"0123456789"[number % 10]));
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_the_case_that_unicode_gives_them() {
        let ranges = ['A'..='Ķ', 'Ĺ'..='Ň', 'Ŋ'..='Ž', 'Ơ'..='ơ', 'Ư'..='ư', 'Ș'..='ț'];
        let others = ['Ά'..='Ί', 'Α'..='Ω', 'α'..='ω', 'Ѐ'..='џ', 'Ạ'..='ỹ'];
        for letter in ranges.into_iter().chain(others).flatten() {
            // Those that change their number or their kind.
            if matches!(letter, 'µ' | 'ß' | 'ÿ' | 'Ÿ' | 'İ' | 'ı' | '·' | 'ς') {
                continue;
            }
            assert_eq!(lowercase(letter).to_string(), letter.to_lowercase().to_string());
            assert_eq!(uppercase(letter).to_string(), letter.to_uppercase().to_string());
        }
    }
}
