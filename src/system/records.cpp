#include "system/records.hpp"

#include <algorithm>
#include <cerrno>
#include <limits>

namespace mlops_assess {

/// Reads on. Whether there is more.
bool Records::fill() {
    if (at_end_) return false;
    waiting_.erase(0, at_);
    at_ = 0;
    char buffer[65536];
    const auto got = intake_(buffer, sizeof buffer);
    if (got < 0) failure_ = static_cast<int>(-got);
    at_end_ = got <= 0;
    if (got > 0) waiting_.append(buffer, static_cast<std::size_t>(got));
    return !at_end_;
}

/// The next line, blank or not. What was read of a line when reading failed is none.
std::optional<Record> Records::line() {
    if (lines_ == std::numeric_limits<int>::max()) failure_ = EOVERFLOW;
    if (failure_ != 0) return std::nullopt;
    Record record{lines_ + 1, {}};
    auto end = waiting_.find('\n', at_);
    while (end == std::string::npos) {
        // Of a line that is too long nothing is kept but that it is.
        if (waiting_.size() - at_ > most_ + 1) {
            record.is_too_long = true;
            at_ = waiting_.size();
        }
        const auto seen = waiting_.size() - at_;
        if (!fill()) break;
        end = waiting_.find('\n', seen);
    }
    if (failure_ != 0) return std::nullopt;
    if (end == std::string::npos && at_ == waiting_.size() && !record.is_too_long)
        return std::nullopt;
    ++lines_;
    auto size = std::min(end, waiting_.size()) - at_;
    const auto begin = at_;
    at_ += size + (end == std::string::npos ? 0 : 1);
    if (size > 0 && end != std::string::npos && waiting_[begin + size - 1] == '\r') --size;
    record.is_too_long = record.is_too_long || size > most_;
    if (!record.is_too_long) record.text.assign(waiting_, begin, size);
    return record;
}

std::optional<Record> Records::next() {
    while (auto record = line()) {
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (record->line == 1 && record->text.starts_with(byte_order_mark))
            record->text.erase(0, byte_order_mark.size());
        const bool is_blank = record->text.find_first_not_of(" \t") == std::string::npos;
        if (record->is_too_long || !is_blank) return record;
    }
    return std::nullopt;
}

}  // namespace mlops_assess
