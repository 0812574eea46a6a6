#include "writer/json_stream.hpp"

#include "text/json_text.hpp"

#include <fmt/format.h>

namespace mlops_assess {

void JsonStream::open(std::string_view bracket) {
    emit_(bracket);
    closing_ += bracket == "{" ? '}' : ']';
    is_first_ = true;
}

void JsonStream::next() {
    emit_(fmt::format("{}\n{}", is_first_ ? "" : ",", std::string(2 * closing_.size(), ' ')));
    is_first_ = false;
}

std::string JsonStream::indented(const Json& value) const {
    const auto text = json_text(value);
    const std::string deeper = "\n" + std::string(2 * closing_.size(), ' ');
    std::string out;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (text[i] == '\n')
            out += deeper;
        else
            out += text[i];
    return out;
}

void JsonStream::value(std::string_view key, const Json& value) {
    next();
    emit_(fmt::format("\"{}\": {}", key, indented(value)));
}

void JsonStream::begin(std::string_view key, std::string_view bracket) {
    next();
    emit_(fmt::format("\"{}\": ", key));
    open(bracket);
}

void JsonStream::item(const Json& value) {
    next();
    emit_(indented(value));
}

void JsonStream::object_item() {
    next();
    open("{");
}

void JsonStream::end() {
    const auto bracket = closing_.back();
    closing_.pop_back();
    if (!is_first_) emit_("\n" + std::string(2 * closing_.size(), ' '));
    emit_(std::string_view(&bracket, 1));
    is_first_ = false;
    if (closing_.empty()) emit_("\n");
}

}  // namespace mlops_assess
