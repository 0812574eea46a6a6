#include "document/json.hpp"

#include "document/yaml_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

/// A value or a key as it stands in the text.
struct Token {
    std::size_t at = 0;
    std::string_view text;
};

struct Key {
    std::string text;
    std::size_t at = 0;
};

Json made(Json value, const Token&, const Json*) { return value; }

Node made(Json value, const Token& token, const Node*) {
    Node node{Node::Kind::scalar, token.at, {}, value.is_string(), {}, {}};
    if (value.is_null())
        node.kind = Node::Kind::null;
    else if (value.is_array())
        node.kind = Node::Kind::sequence;
    else if (value.is_object())
        node.kind = Node::Kind::map;
    else if (node.quoted)
        node.text = std::move(value.get_ref<std::string&>());
    else
        node.text = token.text;
    return node;
}

Json& append(Json& parent, Key& key, Json value) {
    if (parent.is_array()) return parent.emplace_back(std::move(value));
    // The key is new: looking for an earlier one would take time square in their number.
    Json::object_t::Container& entries = *parent.get_ptr<Json::object_t*>();
    return entries.emplace_back(std::move(key.text), std::move(value)).second;
}

Node& append(Node& parent, Key& key, Node value) {
    if (parent.is_sequence()) return parent.items.emplace_back(std::move(value));
    return parent.entries.emplace_back(Entry{std::move(key.text), key.at, std::move(value)}).value;
}

/// What a tree may hold.
struct Limits {
    std::size_t values;
    std::size_t text;  ///< bytes of one text or key, which hold no NUL; 0: any text
};

/// Builds a tree of `Value`. nlohmann's events do not know their places, so a cursor walks through
/// the text beside them. Every event gives false where reading is to end.
template <typename Value>
class JsonBuilder : public Json::json_sax_t {
  public:
    JsonBuilder(const SourceFile& file, const Limits& limits, const NoJson& otherwise,
                Diagnostics& diagnostics)
        : file_(file), limits_(limits), otherwise_(otherwise), diagnostics_(diagnostics) {}

    /// None where something was told.
    std::optional<Value> build() {
        if (!Json::sax_parse(file_.text, this)) return std::nullopt;
        return std::move(root_);
    }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(std::int64_t value) override { return add(value); }
    bool number_unsigned(std::uint64_t value) override { return add(value); }
    bool number_float(double value, const std::string&) override { return add(value); }
    bool string(std::string& value) override {
        const auto token = next();
        return is_allowed(value, token.at) && put(std::move(value), token) != nullptr;
    }
    bool binary(Json::binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(Json::object()); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_array() override { return close(); }

    bool key(std::string& value) override {
        key_.at = next().at;
        if (!is_allowed(value, key_.at)) return false;
        if (!open_.back().keys.insert(value).second)
            return refuse(DiagnosticId::duplicate_key, key_.at,
                          fmt::format("\"{}\" appears here a second time", value),
                          "keep one of the two");
        key_.text = std::move(value);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const Json::exception& error) override {
        constexpr int number_overflow = 406;
        return refuse(otherwise_.id, position == 0 ? 0 : position - 1,
                      error.id == number_overflow ? "a number in this file is out of range"
                                                  : "this is not valid JSON",
                      std::string(otherwise_.hint));
    }

  private:
    struct Open {
        Value* value;
        std::set<std::string> keys;
    };

    /// The token at the cursor, which goes behind it: what stands there was found right.
    Token next() {
        const std::string_view text = file_.text;
        const auto begin = text.find_first_not_of(" \t\r\n:,", cursor_);
        auto end = begin + 1;
        if (text[begin] == '"') {
            while (text[end] != '"') end += text[end] == '\\' ? 2 : 1;
            ++end;
        } else if (std::string_view("{}[]").find(text[begin]) == std::string_view::npos) {
            end = std::min(text.find_first_of(" \t\r\n,]}", end), text.size());
        }
        cursor_ = end;
        return {begin, text.substr(begin, end - begin)};
    }

    bool refuse(DiagnosticId id, std::size_t at, std::string message, std::string hint) {
        diagnostics_.add(id, file_, file_.place(at), std::move(message), std::move(hint));
        return false;
    }

    bool is_allowed(std::string_view text, std::size_t at) {
        return limits_.text == 0 || !report_text(file_, text, at, diagnostics_);
    }

    /// Null where the file holds too many.
    Value* put(Json value, const Token& token) {
        if (++values_ > limits_.values) {
            refuse(DiagnosticId::too_many, token.at,
                   fmt::format("this file has more than {} values", limits_.values),
                   "no sensible file of ours has; check that it is the right one");
            return nullptr;
        }
        auto placed = made(std::move(value), token, &root_);
        if (open_.empty()) return &(root_ = std::move(placed));
        return &append(*open_.back().value, key_, std::move(placed));
    }

    bool add(Json value) {
        const auto token = next();
        return put(std::move(value), token) != nullptr;
    }

    bool open(Json value) {
        const auto token = next();
        if (open_.size() >= most_json_depth)
            return refuse(DiagnosticId::too_deep, token.at,
                          fmt::format("nested deeper than {} levels", most_json_depth),
                          "no file of ours nests that deep; look for a bracket too many");
        auto* placed = put(std::move(value), token);
        if (placed == nullptr) return false;
        open_.push_back({placed, {}});
        return true;
    }

    bool close() {
        next();
        open_.pop_back();
        return true;
    }

    const SourceFile& file_;
    Limits limits_;
    const NoJson& otherwise_;
    Diagnostics& diagnostics_;
    std::size_t cursor_ = 0;
    Value root_;
    std::vector<Open> open_;
    Key key_;
    std::size_t values_ = 0;
};

}  // namespace

std::optional<nlohmann::ordered_json> parse_json(const SourceFile& file, const NoJson& otherwise,
                                                 Diagnostics& diagnostics) {
    return JsonBuilder<Json>(file, {most_json_values, 0}, otherwise, diagnostics).build();
}

std::shared_ptr<const Document> parse_json_document(const SourceFile& file, const NoJson& otherwise,
                                                    Diagnostics& diagnostics) {
    auto root = JsonBuilder<Node>(file, {most_nodes, most_text}, otherwise, diagnostics).build();
    if (!root) return nullptr;
    if (!root->is_map()) {
        diagnostics.add(DiagnosticId::wrong_type, file, file.place(root->at),
                        "this must be an object with the keys of a sheet",
                        std::string(otherwise.hint));
        return nullptr;
    }
    return std::make_shared<Document>(Document{file.shared_from_this(), *std::move(root)});
}

}  // namespace mlops_assess
