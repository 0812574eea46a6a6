#include "document/json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>
#include <set>

namespace mlops_assess {
namespace {

using Json = nlohmann::ordered_json;

/// Walks through a text and tells how far: nlohmann's events do not know their places.
struct CountingIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at;
    const char** furthest;

    reference operator*() const { return *at; }
    CountingIterator& operator++() {
        *furthest = ++at;
        return *this;
    }
    bool operator==(const CountingIterator& other) const { return at == other.at; }
    bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

/// Builds the tree. Every event gives false where reading is to end.
class JsonBuilder : public Json::json_sax_t {
  public:
    JsonBuilder(const SourceFile& file, const NoJson& otherwise, Diagnostics& diagnostics)
        : file_(file), otherwise_(otherwise), diagnostics_(diagnostics) {}

    bool parse() {
        const auto* end = file_.text.data() + file_.text.size();
        return Json::sax_parse(CountingIterator{furthest_, &furthest_},
                               CountingIterator{end, &furthest_}, this);
    }
    Json take_root() { return std::move(root_); }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(std::int64_t value) override { return add(value); }
    bool number_unsigned(std::uint64_t value) override { return add(value); }
    bool number_float(double value, const std::string&) override { return add(value); }
    bool string(std::string& value) override { return add(std::move(value)); }
    bool binary(Json::binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(Json::object()); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_array() override { return close(); }

    bool key(std::string& value) override {
        if (!open_.back().keys.insert(value).second)
            return refuse(DiagnosticId::duplicate_key, key_begin(),
                          fmt::format("\"{}\" appears here a second time", value),
                          "keep one of the two");
        key_ = std::move(value);
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
        Json* value;
        std::set<std::string> keys;
    };

    std::size_t offset() const { return static_cast<std::size_t>(furthest_ - file_.text.data()); }

    /// The opening quote of the key that was just read: the last one that no backslash escapes.
    std::size_t key_begin() const {
        const std::string_view text = file_.text;
        auto quote = text.rfind('"', offset() - 2);
        while (quote > 0 && (quote - 1 - text.find_last_not_of('\\', quote - 1)) % 2 == 1)
            quote = text.rfind('"', quote - 1);
        return quote;
    }

    bool refuse(DiagnosticId id, std::size_t at, std::string message, std::string hint) {
        diagnostics_.add(id, file_, file_.place(at), std::move(message), std::move(hint));
        return false;
    }

    /// Null where the file holds too many.
    Json* put(Json value) {
        if (++values_ > most_json_values) {
            refuse(DiagnosticId::too_many, offset() - 1,
                   fmt::format("this file has more than {} values", most_json_values),
                   "no sensible file of ours has; check that it is the right one");
            return nullptr;
        }
        if (open_.empty()) return &(root_ = std::move(value));
        auto& parent = *open_.back().value;
        if (parent.is_array()) return &parent.emplace_back(std::move(value));
        // The key is new: looking for an earlier one would take time square in their number.
        Json::object_t::Container& entries = *parent.get_ptr<Json::object_t*>();
        return &entries.emplace_back(std::move(key_), std::move(value)).second;
    }

    bool add(Json value) { return put(std::move(value)) != nullptr; }

    bool open(Json value) {
        if (open_.size() >= most_json_depth)
            return refuse(DiagnosticId::too_deep, offset() - 1,
                          fmt::format("nested deeper than {} levels", most_json_depth),
                          "no file of ours nests that deep; look for a bracket too many");
        auto* placed = put(std::move(value));
        if (placed == nullptr) return false;
        open_.push_back({placed, {}});
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    const SourceFile& file_;
    const NoJson& otherwise_;
    Diagnostics& diagnostics_;
    const char* furthest_ = file_.text.data();
    Json root_;
    std::vector<Open> open_;
    std::string key_;
    std::size_t values_ = 0;
};

}  // namespace

std::optional<nlohmann::ordered_json> parse_json(const SourceFile& file, const NoJson& otherwise,
                                                 Diagnostics& diagnostics) {
    JsonBuilder builder(file, otherwise, diagnostics);
    if (!builder.parse()) return std::nullopt;
    return builder.take_root();
}

}  // namespace mlops_assess
