#include "ask/dialogue.hpp"

#include "document/shape.hpp"
#include "document/yaml.hpp"
#include "text/layout.hpp"
#include "text/unicode.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cerrno>
#include <utility>

namespace mlops_assess {
namespace {

constexpr std::size_t most_line = std::size_t{1} << 20;
constexpr std::size_t most_skipped = std::size_t{64} << 20;  // of a line that may never end

std::string trimmed(const std::string& line) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = line.find_first_not_of(blanks);
    if (begin == std::string::npos) return {};
    return line.substr(begin, line.find_last_not_of(blanks) - begin + 1);
}

/// Whether a line is text: UTF-8 without control characters.
bool is_text(std::string_view line) {
    return !find_invalid_utf8(line) && std::none_of(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
    });
}

}  // namespace

void Dialogue::hanging(std::string_view first, std::string_view text) const {
    show(hang(first, visible(text), width()));
}

void Dialogue::heading(std::string_view text) const {
    for (const auto& line : wrap(visible(text), width()))
        surroundings_.err(color_ ? fmt::format("\x1b[1m{}\x1b[0m\n", line) : line + "\n");
}

std::optional<std::string> Dialogue::ask(std::string_view prompt) {
    for (;;) {
        surroundings_.err(fmt::format("{} ", prompt));
        const auto line = read_line();
        if (!line) {
            blank();
            return std::nullopt;
        }
        if (was_too_long_) {
            say("That line is longer than 1 MiB. Please type a shorter one.");
            continue;
        }
        auto answer = trimmed(*line);
        if (is_text(answer)) return is_blank(answer) ? "" : answer;
        say("That line holds control characters or is not UTF-8. Please type it again.");
    }
}

std::optional<std::string> Dialogue::ask_text(std::string_view prompt) {
    for (;;) {
        auto text = ask(prompt);
        if (!text || text->size() <= most_text) return text;
        say(fmt::format("That is too long; at most {} bytes.", most_text));
    }
}

std::optional<std::string> Dialogue::read_line() {
    was_too_long_ = false;
    std::size_t skipped = 0;
    for (;;) {
        if (const auto end = buffer_.find('\n'); end != std::string::npos) {
            auto line = buffer_.substr(0, end);
            buffer_.erase(0, end + 1);
            return line;
        }
        if (buffer_.size() > most_line) {
            was_too_long_ = true;
            skipped += buffer_.size();
            buffer_.clear();
        }
        if (skipped > most_skipped) {
            say("This input has no lines.");
            ended_ = Ending::no_lines;
            return std::nullopt;
        }
        if (at_end_) {
            if (buffer_.empty() && !was_too_long_) return std::nullopt;
            return std::exchange(buffer_, {});
        }
        char chunk[4096];
        const long got = surroundings_.in(chunk, sizeof chunk);
        if (got == -EINTR) {
            ended_ = Ending::interrupted;
            return std::nullopt;
        }
        if (got <= 0)
            at_end_ = true;
        else
            buffer_.append(chunk, static_cast<std::size_t>(got));
    }
}

}  // namespace mlops_assess
