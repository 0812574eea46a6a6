#include <utf8proc.h>
#include <cstdio>

/// Writes what utf8proc knows of characters, as far as we ask, as a table of C++. Run by the build.
namespace {

/// Cells of one character above ASCII.
int cells(utf8proc_int32_t point) {
    const auto bound = utf8proc_get_property(point)->boundclass;
    // The vowel and the last consonant of a Korean syllable stand in the cells of its first.
    if (bound == UTF8PROC_BOUNDCLASS_V || bound == UTF8PROC_BOUNDCLASS_T) return 0;
    return utf8proc_charwidth(point);
}

bool is_pictographic(utf8proc_int32_t point) {
    return utf8proc_get_property(point)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

}  // namespace

int main() {
    std::puts("// Written by make_characters.cpp.\n#include \"text/characters.hpp\"\n\n"
              "namespace mlops_assess {\n\nstatic constexpr CharacterRun runs[] = {");
    constexpr utf8proc_int32_t last = 0x10FFFF;
    for (utf8proc_int32_t point = 0; point <= last; ++point)
        if (point == 0 || cells(point) != cells(point - 1) ||
            is_pictographic(point) != is_pictographic(point - 1))
            std::printf("    {0x%X, %d, %s},\n", static_cast<unsigned>(point), cells(point),
                        is_pictographic(point) ? "true" : "false");
    std::puts("};\n\nstd::span<const CharacterRun> character_runs() { return runs; }\n\n"
              "}  // namespace mlops_assess");
    return std::ferror(stdout) != 0 ? 1 : 0;
}
