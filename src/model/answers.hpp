#pragma once

#include "document/source.hpp"
#include "model/rubric.hpp"

namespace mlops_assess {

/// A team's answer to one practice. `unanswered` is also what `unknown` and a missing answer mean.
enum class Rating { unanswered, no, partially, mostly, fully, not_applicable };

/// The word for a rating: `no` … `fully`, `not-applicable`, `unanswered`.
Text word(Rating rating);
/// The word for points from 0 to 3.
Text word_for_points(Points points);
/// Own points: 0 for everything but partially, mostly and fully.
Points points(Rating rating);
/// The rating that a word of an answer sheet means (any case, synonyms); none for other words.
std::optional<Rating> rating_from_word(Text word);

/// What to write in place of a word that is no answer. It may name the answer that was meant, which
/// is for a person to decide: nothing is taken for it.
std::string answer_hint(Text word);
/// The words that a sheet may use, and what each of them means to a person.
struct AnswerWord {
    Text word;
    Rating rating;
    Text meaning;
    Text synonyms;
};
std::span<const AnswerWord> answer_words();

/// Other words that mean the same.
struct AnswerSynonym {
    Text word;
    Rating rating;
};
std::span<const AnswerSynonym> answer_synonyms();

struct Answer {
    Text practice;
    Place place;  ///< of the practice id
    Rating rating;
    bool said_yes;        ///< by the word yes or true, which stand for fully
    bool na_not_offered;  ///< said not-applicable where the catalogue does not offer it
    Texts evidence;
    Text note;
    Text owner;
    Text date;          ///< ISO; when the answer was last given; empty when not said
    Text confirmed_by;  ///< who checked it
    Text due;           ///< ISO; when its owner means to have closed the gap
    Text source;
    bool assumed;  ///< for "what if": not what the sheet says; line 0 where it says nothing

    bool is_given() const { return rating != Rating::unanswered; }
};

/// A stated fact about the team. Which member counts, the question's kind tells.
struct Fact {
    Text question;
    ContextKind kind;
    Place place;
    bool boolean;
    std::int64_t number;
    Text option;
};

struct Tag {
    Text key;
    Text value;
};

/// One team's answers. Its ids and its models' are those of the models that it was loaded with.
struct AnswerSheet {
    SourcePointer source;
    Memory memory;
    Text team;
    Text date;  ///< ISO; empty when not given
    std::optional<Place> date_place;
    List<ModelLevel> target;
    List<Fact> context;
    Texts unknown_facts;  ///< context questions that the sheet says are not known: `purpose: ~`
    List<Tag> tags;
    Texts assessed_by;
    Text scope;            ///< what was assessed
    Text summary;          ///< the assessor's own words
    List<Answer> answers;  ///< sorted by practice id

    const Answer* find(Text practice) const;
    const Fact* fact(Text question) const;
    bool has_answer(Text practice) const {
        const auto* answer = find(practice);
        return answer != nullptr && answer->is_given();
    }
    /// The day of an answer: its own, else the sheet's; empty where neither is given.
    Text day_of(const Answer& answer) const { return answer.date.empty() ? date : answer.date; }
};

}  // namespace mlops_assess
