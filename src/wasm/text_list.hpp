#pragma once

#include <mlops_assess/mlops_assess.hpp>

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mlops_assess::wasm {

/// What passes between JavaScript and an engine: texts, each behind its size in four bytes, the
/// lowest first.
using TextList = std::vector<std::string>;

inline TextList unpack(std::string_view bytes) {
    TextList texts;
    while (!bytes.empty()) {
        std::uint32_t size = 0;
        if (bytes.size() < sizeof size) throw std::invalid_argument("a size is cut");
        std::memcpy(&size, bytes.data(), sizeof size);
        bytes.remove_prefix(sizeof size);
        if (bytes.size() < size) throw std::invalid_argument("a text is cut");
        texts.emplace_back(bytes.substr(0, size));
        bytes.remove_prefix(size);
    }
    return texts;
}

inline std::string pack(const TextList& texts) {
    std::string bytes;
    for (const auto& text : texts) {
        const auto size = static_cast<std::uint32_t>(text.size());
        bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
        bytes += text;
    }
    return bytes;
}

/// Rubrics as they stand in a request from here on: COUNT NAME… [FILE TEXT]…
inline mlops::Rubrics rubrics_from(const TextList& request, std::size_t at) {
    const auto names = at + 1;
    const auto files = names + std::stoul(request.at(at));
    mlops::Rubrics rubrics;
    for (auto i = names; i < files; ++i) rubrics.names.push_back(request.at(i));
    for (auto i = files; i < request.size(); i += 2)
        rubrics.files.push_back({request.at(i), request.at(i + 1)});
    return rubrics;
}

/// What an engine answers to a request, whose first text says what is asked. A request that no
/// engine knows gets nothing.
TextList answer(const TextList& request);

}  // namespace mlops_assess::wasm
