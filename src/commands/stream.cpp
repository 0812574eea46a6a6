#include "commands/stream.hpp"

#include "writer/result.hpp"

#include <cerrno>

namespace mlops_assess {
namespace {

/// Lines for stdout, written together as far as nobody waits for them.
class Results {
  public:
    explicit Results(const Run& run) : run_(run) {}

    void add(std::string_view line) {
        constexpr std::size_t most_gathered = 65536;
        gathered_ += line;
        if (gathered_.size() >= most_gathered) write();
    }

    void write() {
        if (!gathered_.empty() && !ended_) ended_ = run_.print_part(gathered_);
        gathered_.clear();
    }

    /// The status to end with, where nothing more can be written.
    const std::optional<ExitStatus>& ended() const { return ended_; }

  private:
    const Run& run_;
    std::string gathered_;
    std::optional<ExitStatus> ended_;
};

/// None, with diagnostics, where the record cannot be scored.
std::optional<Scored> score_record(const Record& record, const Models& models, const Scoring& how,
                                   Diagnostics& found) {
    const auto sheet = load_record(record, models, found);
    return sheet ? score(models, *sheet, how.rules, how.targets, found) : std::nullopt;
}

}  // namespace

ExitStatus run_stream(Run& run, const AssessmentOptions& asked) {
    const auto models = run.load_models_or_tell();
    if (!models) return models.error();
    const auto how = scoring(run, asked, *models);
    if (!how) return how.error();
    const auto in = run.intake(run.diagnostics);
    if (!in) {
        run.tell_diagnostics();
        return ExitStatus::unusable;
    }
    Results results(run);
    const Intake intake = [&](char* buffer, std::size_t size) -> long {
        results.write();
        return results.ended() ? -EPIPE : (*in)(buffer, size);
    };
    Records records(intake, sheet_limit);
    std::size_t all = 0;
    std::size_t bad = 0;
    while (!results.ended()) {
        const auto record = records.next();
        if (!record) break;
        ++all;
        Diagnostics found;
        const auto scored = score_record(*record, *models, *how, found);
        if (!scored) ++bad;
        results.add(scored ? result_line(*scored, record->line) : flawed_line(found, record->line));
    }
    results.write();
    if (results.ended()) return *results.ended();
    if (bad > 0)
        run.tell(
            fmt::format("mlops-assess: error: {} of {} records cannot be scored; their "
                        "results say why",
                        bad, all));
    if (records.failure() != 0) add_unreadable("<stdin>", records.failure(), run.diagnostics);
    run.tell_diagnostics();
    return bad > 0 || records.failure() != 0 ? ExitStatus::unusable : ExitStatus::done;
}

}  // namespace mlops_assess
