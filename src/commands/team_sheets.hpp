#pragma once

#include "commands/assess_sheet.hpp"
#include "report/portfolio.hpp"

#include <sys/types.h>
#include <map>
#include <set>

namespace mlops_assess {

/// Reads the sheets of a portfolio one by one, and keeps of each only what a portfolio needs.
/// What is wrong with a sheet is told at once, and is no reason to stop.
class TeamSheets {
  public:
    /// `twice`: sheets will be asked for again, so what can be read only once is kept.
    TeamSheets(Run& run, const Models& models, Scoring how, bool twice);

    /// The sheets of files, folders and, for `-`, of the records on stdin.
    Sheets read(const std::vector<std::string>& paths);

    /// A sheet that was read, whole. None, with diagnostics, where its file is another one by now.
    std::optional<Scored> again(const TeamSheet& sheet, Diagnostics& found);

    /// Whether anything could not be used.
    bool flawed() const { return flawed_; }

    /// Tells diagnostics of something that is being read.
    void tell(const Diagnostics& found);

  private:
    /// A file that is reached by several paths counts once.
    bool is_first(const std::string& name);
    void read_folder(const std::string& folder, Sheets& sheets);
    /// A file that is named always counts as a sheet, one of a folder by what it looks like.
    enum class Named { no, yes };
    void read_file(const std::string& name, Named named, Sheets& sheets);
    void read_bytes(const std::string& name, std::string bytes, Sheets& sheets);
    void read_records(Sheets& sheets);
    void read_record(const Record& record, Sheets& sheets);
    void add(std::optional<AnswerSheet> sheet, const std::string& name, Diagnostics& found,
             Sheets& sheets);
    std::optional<AnswerSheet> load_again(const TeamSheet& sheet, Diagnostics& found);
    std::optional<Scored> scored(const AnswerSheet& sheet, Diagnostics& found) const;
    void step();
    void clear_progress();

    Run& run_;
    const Models& models_;
    Scoring how_;
    bool twice_;
    std::map<std::string, SourcePointer, std::less<>> kept_;  ///< pipes, by name
    std::map<std::string, Record, std::less<>> records_;      ///< by `<stdin>:LINE`
    std::set<std::pair<dev_t, ino_t>> seen_;                  ///< regular files of one `read`
    bool flawed_ = false;
    std::size_t count_ = 0;
    std::int64_t start_;
    std::int64_t told_;  ///< when progress was told last
};

}  // namespace mlops_assess
