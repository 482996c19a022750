//! Rules that count: words, questions and missing moves.

use std::ops::Range;

use super::Lint;
use super::lines::is_letter;
use crate::content::{Field, LengthUnit};
use crate::model::details::Details;
use crate::model::text::is_word_char;

/// The verdict on the length of a letter, by what recruiters' guides agree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LengthVerdict {
    /// Under 30 words, or 100 characters: it may sound curt.
    Short,
    /// Up to 120 words, or 400 characters.
    Good,
    /// Up to 150 words, or 500 characters.
    Long,
    /// More than that.
    TooLong,
}

impl LengthVerdict {
    /// The verdict on a length.
    #[must_use]
    pub const fn of(length: usize, unit: LengthUnit) -> Self {
        let (short, good, long) = match unit {
            LengthUnit::Words => (30, 120, 150),
            LengthUnit::Characters => (100, 400, 500),
        };
        match length {
            _ if length < short => Self::Short,
            _ if length <= good => Self::Good,
            _ if length <= long => Self::Long,
            _ => Self::TooLong,
        }
    }
}

/// The length of a text: its words, or its characters without white space.
#[must_use]
pub fn text_length(text: &str, unit: LengthUnit) -> usize {
    match unit {
        LengthUnit::Words => word_count(text),
        LengthUnit::Characters => text.chars().filter(|it| !it.is_whitespace()).count(),
    }
}

/// The number of words: runs of text between white space that hold a letter or a digit.
///
/// Chinese, Japanese, Thai, Lao, Khmer and Burmese have no spaces between words, and only a dictionary
/// tells where these are (Unicode Standard Annex 29, 4). They are counted as translators do who are
/// paid by the word: two characters make one in Chinese and Japanese, and five in the others.
///
/// ```
/// use good_sport::model::word_count;
///
/// assert_eq!(word_count("Dear Ms. Rivera,\n\nThank you – truly."), 6);
/// assert_eq!(word_count("面接の機会をいただきありがとうございました。"), 11);
/// assert_eq!(word_count("我在 Acme 面试。"), 3);
/// ```
#[must_use]
pub fn word_count(text: &str) -> usize {
    let (mut words, mut east, mut southeast) = (0, 0_usize, 0_usize);
    let mut is_counted = false;
    for letter in text.chars() {
        match unspaced(letter) {
            Some(Unspaced::EastAsian) => east += 1,
            Some(Unspaced::SoutheastAsian) => southeast += 1,
            None if letter.is_whitespace() => is_counted = false,
            None if !is_counted && is_word_char(letter) => {
                is_counted = true;
                words += 1;
            }
            None => {}
        }
    }
    words + east.div_ceil(EAST_ASIAN_LETTERS) + southeast.div_ceil(SOUTHEAST_ASIAN_LETTERS)
}

/// How many characters make a word of Chinese or Japanese.
const EAST_ASIAN_LETTERS: usize = 2;
/// How many characters, marks among them, make a word of Thai, Lao, Khmer or Burmese.
const SOUTHEAST_ASIAN_LETTERS: usize = 5;

/// Scripts without spaces between words.
enum Unspaced {
    EastAsian,
    SoutheastAsian,
}

const fn unspaced(letter: char) -> Option<Unspaced> {
    match letter {
        '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}' => Some(Unspaced::EastAsian),
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => {
            Some(Unspaced::SoutheastAsian)
        }
        _ => None,
    }
}

/// The number of questions: runs of question marks, in any script.
///
/// ```
/// use good_sport::model::question_count;
///
/// assert_eq!(question_count("Really?? And then? Well."), 2);
/// ```
#[must_use]
pub fn question_count(text: &str) -> usize {
    let mut in_run = false;
    let begins = |letter: char| {
        let was_in_run = in_run;
        in_run = matches!(letter, '?' | '？' | '؟');
        in_run && !was_in_run
    };
    text.chars().map(begins).filter(|it| *it).count()
}

/// Says when the length is odd, and when a letter has neither thanks nor a good wish.
pub(super) fn read(reading: &mut Lint<'_>, letter: &str, details: &Details) {
    let unit = reading.data.length_unit;
    match LengthVerdict::of(text_length(letter, unit), unit) {
        LengthVerdict::Short => {
            // A few words are no letter yet.
            if is_letter(letter, reading.data) {
                reading.find("length", 0..0, None);
            }
            return;
        }
        LengthVerdict::Good => {}
        LengthVerdict::Long | LengthVerdict::TooLong => reading.find("length", 0..0, None),
    }
    let text = letter.to_ascii_lowercase();
    if !reading.data.required.iter().any(|it| phrase(&text, it).is_some()) {
        reading.find("required", 0..0, None);
    }
    if !details.get(Field::Highlight).contains(is_word_char) {
        let found = reading.data.stock.iter().find_map(|it| phrase(&text, it));
        if let Some(span) = found {
            reading.find("generic", span, None);
        }
    }
}

/// Where a phrase stands in a text, whatever space is between its words.
pub(super) fn phrase(text: &str, phrase: &str) -> Option<Range<usize>> {
    let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
    text.match_indices(first).find_map(|(start, _)| {
        let mut end = start + first.len();
        for word in rest.split_whitespace() {
            // A line may be broken, and quoted.
            let after = text[end..].trim_start_matches(|it: char| it == '>' || it.is_whitespace());
            let is_next = after.len() < text.len() - end && after.starts_with(word);
            end = is_next.then(|| text.len() - after.len() + word.len())?;
        }
        Some(start..end)
    })
}
