#pragma once

#include "report/report.hpp"
#include "text/markup.hpp"

#include <string>

/// Pictures of all levels of a report. Colours come from classes: `ink`, `quiet`, `rule`, `paper`
/// and one for each model set `color`, and everything is drawn in it.
namespace mlops_assess {

/// SVG elements in a box that begins at 0, 0.
struct Drawing {
    Markup elements;
    double height = 0;
};

/// The class of a model's colour, by its place in the report.
std::string model_class(std::size_t assessment);
/// The shape that stands for a model beside its colour: `●`.
std::string_view model_mark(std::size_t assessment);

/// The levels of a catalogue's parameters by every model that uses it, with the part of the way to
/// the next, the target and the baseline: a radar where its labels fit, else bars.
Drawing draw_levels(const Report& report, const Catalogue& catalogue, double width);

/// The same in words; free text in them is raw.
std::string levels_in_words(const Report& report, const Catalogue& catalogue);

}  // namespace mlops_assess
