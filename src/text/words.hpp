#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Words made into sentences and ids.
namespace mlops_assess {

/// `a`, `a and b`, `a, b and c`.
std::string join_words(const std::vector<std::string>& words);

/// The first three, and how many more there are.
std::string some_of(const std::vector<std::string>& words);

/// The text with a capital at its start.
std::string with_capital(std::string text);

/// The text with A-Z as small letters.
std::string lower_case(std::string_view text);

/// The text with a-z as capitals.
std::string with_capitals(std::string_view text);

/// The text as a sentence, whether or not it ends like one.
std::string as_sentence(std::string_view text);

/// The text without blanks and tabs at its ends.
std::string_view trimmed(std::string_view text);

/// An ASCII letter or digit.
bool is_word(char c);

/// A team's name as an id: `fraud-detection`; empty where it has no letter of a-z and no digit.
std::string team_slug(std::string_view team);

/// A file's name as it is shown: as typed, without a leading `./`, unless without it the name would
/// mean something else.
std::string file_words(std::string_view typed);

/// A path as a relative address has it: what is not a letter, digit or one of `-._~/` as `%20`.
std::string url_path(std::string_view path);

/// A number that tells texts apart: FNV-1a of 64 bits.
std::uint64_t fnv1a(std::string_view text);

/// `1 practice`, `2 practices`.
std::string counted(std::size_t count, std::string_view noun);

}  // namespace mlops_assess
