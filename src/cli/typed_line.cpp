#include "cli/typed_line.hpp"

#include <algorithm>
#include <utility>

namespace mlops_assess {
namespace {

/// Words as the shells take them, the last one up to its end, be it empty or a quote be open.
std::vector<std::string> split_line(std::string_view line) {
    std::vector<std::string> words = {{}};
    bool in_word = false;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool is_blank = c == ' ' || c == '\t' || c == '\n';
        if (is_blank && quote == 0) {
            if (in_word) words.emplace_back();
            in_word = false;
            continue;
        }
        in_word = true;
        if (c == quote)
            quote = 0;
        else if (quote == 0 && (c == '\'' || c == '"'))
            quote = c;
        else if (c == '\\' && quote != '\'' && i + 1 < line.size())
            words.back() += line[++i];
        else
            words.back() += c;
    }
    return words;
}

/// The option that a word names, and where its value begins; npos: in the next word.
struct Named {
    const Option* option = nullptr;
    std::size_t value_at = std::string::npos;
};

/// `--bar`, `--bar=fully`, `-q`, `-fjson`, `-qf`.
Named read_option(const Options& options, const std::string& word) {
    const auto equals = word.find('=');
    if (word.starts_with("--"))
        return {find_option(options, word.substr(0, equals)),
                equals == std::string::npos ? equals : equals + 1};
    Named named;
    for (std::size_t i = 1; i < word.size(); ++i) {
        named.option = find_option(options, std::string{'-', word[i]});
        if (named.option == nullptr || named.option->is_flag()) continue;
        if (i + 1 < word.size()) named.value_at = i + 1;
        break;
    }
    return named;
}

class Reader {
  public:
    explicit Reader(TypedLine& line) : line_(line) {}

    /// A word that is typed already.
    void take(const std::string& word) {
        const auto* awaiting = std::exchange(pending_, nullptr);
        if (awaiting != nullptr) return set(*awaiting, word);
        const bool is_option = word.starts_with('-') && word.size() > 1 && !only_arguments_;
        if (!line_.use && is_option) return;
        if (!line_.use) return take_command(word);
        if (word == "--" && is_option) {
            only_arguments_ = true;
        } else if (!is_option) {
            if (const auto* argument = next_argument()) set(*argument, word);
        } else if (const auto named = read_option(line_.use->options, word); named.option) {
            if (named.option->is_flag() || named.value_at != std::string::npos)
                set(*named.option, word.substr(std::min(named.value_at, word.size())));
            else
                pending_ = named.option;
        }
    }

    /// The word at the cursor.
    void end(const std::string& word) {
        line_.current = word;
        if (!line_.use) return;
        line_.value = pending_;
        if (pending_ != nullptr) return;
        if (only_arguments_ || !word.starts_with('-')) {
            line_.value = next_argument();
        } else if (const auto named = read_option(line_.use->options, word);
                   named.option != nullptr && named.value_at != std::string::npos) {
            line_.value = named.option;
            line_.value_at = named.value_at;
        }
    }

  private:
    void take_command(const std::string& word) {
        const auto* command = find_command(word);
        if (line_.command_follows && command != nullptr && command->group != Group::hidden)
            line_.use = use(*command);
        line_.command_follows = false;
    }

    void set(const Option& option, const std::string& text) {
        line_.given.push_back(&option);
        if (option.set) option.set(text);
        if (option.takes == Takes::file) line_.files.push_back(text);
    }

    const Option* next_argument() const {
        for (const auto& option : line_.use->options) {
            const bool is_given =
                std::find(line_.given.begin(), line_.given.end(), &option) != line_.given.end();
            if (option.is_argument() && (option.repeatable || !is_given)) return &option;
        }
        return nullptr;
    }

    TypedLine& line_;
    const Option* pending_ = nullptr;  ///< its value is the next word
    bool only_arguments_ = false;      ///< behind `--`
};

}  // namespace

TypedLine read_typed_line(std::string_view text) {
    const auto words = split_line(text);
    // Variables may be set before the program's name.
    const auto program = std::find_if(words.begin(), words.end() - 1, [](const auto& word) {
        return word.find('=') == std::string::npos;
    });
    TypedLine line;
    Reader reader(line);
    for (auto word = program + 1; word < words.end() - 1; ++word) reader.take(*word);
    reader.end(words.back());
    return line;
}

}  // namespace mlops_assess
