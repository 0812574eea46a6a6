#pragma once

#include "model/load.hpp"
#include "report/report.hpp"

#include <deque>
#include <map>
#include <string>

/// Models and sheets made of text, for tests of what is done with them.
class Workshop {
  public:
    mlops_assess::Arena arena;
    mlops_assess::Diagnostics diagnostics;
    mlops_assess::Models models;

    Workshop();

    const mlops_assess::SourceFile& source(const std::string& text);
    /// Both fail the test when the text is wrong.
    const mlops_assess::Rubric& rubric(const std::string& text);
    const mlops_assess::AnswerSheet& sheet(const std::string& text);

    /// A sheet of short answers.
    const mlops_assess::AnswerSheet& answers(const std::map<std::string, std::string>& answers);

    const mlops_assess::Rubric& microsoft() const { return *models.shipped_rubrics[0]; }
    const mlops_assess::Rubric& google() const { return *models.shipped_rubrics[1]; }

  private:
    std::deque<mlops_assess::SourcePointer> sources_;
    std::deque<mlops_assess::AnswerSheet> sheets_;
};

/// Every practice that a rubric requires up to a level.
std::vector<std::string> required_up_to(const mlops_assess::Rubric& rubric, int level);

/// The parameter's place in the catalogue.
std::size_t parameter(const mlops_assess::Rubric& rubric, std::string_view id);
