#include "system/read.hpp"

#include "document/csv.hpp"
#include "system/streams.hpp"
#include "text/unicode.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

namespace mlops_assess {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_reports = 10;  // of one kind in one file: a binary file has millions

std::string shown_name(const std::string& name) { return name == "-" ? "<stdin>" : name; }

/// All bytes, one more than `limit` at most so that an excess shows. None, told as those of
/// `name`, when reading fails.
std::optional<std::string> read_all(const Intake& intake, const std::string& name,
                                    std::size_t limit, Diagnostics& diagnostics) {
    std::string text;
    char buffer[65536];
    while (text.size() <= limit) {
        const auto got = intake(buffer, std::min(sizeof buffer, limit + 1 - text.size()));
        if (got == 0) break;
        if (got < 0) {
            add_unreadable(name, static_cast<int>(-got), diagnostics);
            return std::nullopt;
        }
        text.append(buffer, static_cast<std::size_t>(got));
    }
    return text;
}

/// What tells one state of a file from the next: size and time of the last change.
struct FileState {
    off_t size;
    std::int64_t seconds;
    std::int64_t nanoseconds;
    bool operator==(const FileState&) const = default;
};

/// None for what is no regular file.
std::optional<FileState> state_of(int file) {
    struct stat about {};
    if (::fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
    return FileState{about.st_size, about.st_mtim.tv_sec, about.st_mtim.tv_nsec};
}

std::optional<std::string> read_file(const std::string& name, std::size_t limit,
                                     Diagnostics& diagnostics) {
    const int file = ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    const int failure = errno;
    const Intake intake = [&](char* buffer, std::size_t size) -> long {
        return file < 0 ? -failure : read_some(file, buffer, size);
    };
    const auto before = file < 0 ? std::nullopt : state_of(file);
    auto text = read_all(intake, name, limit, diagnostics);
    const bool changed = text && before != state_of(file);
    if (file >= 0) ::close(file);
    if (!changed) return text;
    add_changed(name, diagnostics);
    return std::nullopt;
}

/// UTF-16 and UTF-32 show by their mark, or by the zero bytes of their ASCII.
bool looks_like_utf16(std::string_view text) {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
    return text.size() >= 2 && (text[0] == '\0' || text[1] == '\0');
}

/// The workbooks of Excel and Calc are ZIP archives; those of old Excel have their own form.
bool looks_like_workbook(std::string_view text) {
    return text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0");
}

bool check_characters(const SourceFile& file, Diagnostics& diagnostics) {
    const std::string_view text = file.text;
    std::size_t found = 0;
    for (std::size_t i = 0; i < text.size() && found < most_reports; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) {
            diagnostics.add(DiagnosticId::lone_carriage_return, file, file.place(i),
                            "carriage return without a line feed",
                            is_csv(file.name) ? "save the file as CSV UTF-8, not as CSV (Macintosh)"
                                              : "save the file with line ends LF or CR LF");
            ++found;
        } else if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F) {
            diagnostics.add(DiagnosticId::control_character, file, file.place(i),
                            fmt::format("control character \\x{:02x}", byte),
                            is_csv(file.name)
                                ? "remove it"
                                : "remove it; in double quotes YAML has escapes for the rare case");
            ++found;
        } else if (byte == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
            diagnostics.add(
                DiagnosticId::control_character, file, file.place(i),
                fmt::format("control character \\x{:02x}", static_cast<unsigned char>(text[i + 1])),
                "remove it; the file may have been converted from another encoding");
            ++found;
        } else if (text.substr(i, 3) == byte_order_mark) {
            diagnostics.add(DiagnosticId::byte_order_mark, file, file.place(i),
                            "byte order mark that is not at the start of the file", "remove it");
            ++found;
        }
    }
    return found == 0;
}

SourcePointer checked_text(const std::string& name, std::string bytes, int first_line,
                           Diagnostics& diagnostics) {
    auto file = make_source(name, std::move(bytes), first_line);
    if (const auto invalid = find_invalid_utf8(file->text)) {
        // Without an excerpt: the line is no text that could be shown.
        diagnostics.add(DiagnosticId::not_utf8, name, file->place(*invalid),
                        fmt::format("byte {:#04x} is not valid UTF-8 here",
                                    static_cast<unsigned char>(file->text[*invalid])),
                        is_csv(name) ? "save the file as CSV UTF-8; plain CSV of Excel is not UTF-8"
                                     : "save the file as UTF-8; it may be Latin-1 or Windows-1252");
        return nullptr;
    }
    return check_characters(*file, diagnostics) ? file : nullptr;
}

}  // namespace

void add_unreadable(const std::string& name, int failure, Diagnostics& diagnostics) {
    diagnostics.add(DiagnosticId::unreadable_file, name, std::nullopt,
                    fmt::format("cannot read this file: {}", std::strerror(failure)),
                    failure == EISDIR ? "name a file in it" : "");
}

void add_too_large(const std::string& name, std::size_t limit, Diagnostics& diagnostics) {
    diagnostics.add(DiagnosticId::too_large, shown_name(name), std::nullopt,
                    fmt::format("this file is larger than {} MiB", limit >> 20U),
                    "no sensible file of this kind is; check that it is the right one");
}

void add_changed(const std::string& name, Diagnostics& diagnostics) {
    diagnostics.add(DiagnosticId::file_changed, name, std::nullopt,
                    "this file changed while it was read",
                    "let who writes it finish, and try again");
}

std::optional<std::string> Files::bytes(const std::string& name, std::size_t limit,
                                        Diagnostics& diagnostics) {
    return name == "-" ? read_all(input_, shown_name(name), limit, diagnostics)
                       : read_file(name, limit, diagnostics);
}

SourcePointer Files::read(const std::string& name, std::size_t limit, Diagnostics& diagnostics) {
    auto text = bytes(name, limit, diagnostics);
    return text ? text_file(shown_name(name), *std::move(text), limit, diagnostics) : nullptr;
}

SourcePointer text_file(const std::string& name, std::string bytes, std::size_t limit,
                        Diagnostics& diagnostics) {
    if (bytes.size() > limit) {
        add_too_large(name, limit, diagnostics);
        return nullptr;
    }
    if (looks_like_workbook(bytes)) {
        diagnostics.add(DiagnosticId::workbook, name, std::nullopt,
                        "this file is a workbook of a spreadsheet, or another archive",
                        "save the sheet with the answers as CSV UTF-8, and give that file");
        return nullptr;
    }
    if (looks_like_utf16(bytes)) {
        diagnostics.add(DiagnosticId::utf_16, name, std::nullopt,
                        "this file is not UTF-8 but UTF-16 or UTF-32",
                        is_csv(name) ? "save it as CSV UTF-8, not as Unicode text"
                                     : "save it as UTF-8 (in PowerShell: Out-File -Encoding utf8)");
        return nullptr;
    }
    if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
    return checked_text(name, std::move(bytes), 1, diagnostics);
}

SourcePointer text_record(const Record& record, Diagnostics& diagnostics) {
    return checked_text("<stdin>", record.text, record.line, diagnostics);
}

}  // namespace mlops_assess
