#pragma once

#include "model/load.hpp"
#include "model/sheet_edit.hpp"
#include "system/read.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mlops_assess {

/// An answer sheet on disk that is filled in bit by bit. It may hold ids that no catalogue knows,
/// and need not name its team yet.
class SheetFile {
  public:
    SheetFile(std::string name, const Models& models) : name_(std::move(name)), models_(models) {}
    SheetFile(std::string name, const Models&& models) = delete;

    using Changes = std::function<std::vector<SheetEdit>(const AnswerSheet&)>;

    /// Reads the file. False, with diagnostics, when it is unusable.
    bool open(Diagnostics& diagnostics);

    const std::string& name() const { return name_; }
    const AnswerSheet& sheet() const { return *now_->sheet; }
    bool has_team() const { return now_->has_team; }

    /// Ids that no catalogue knows. They stay in the file.
    struct Stale {
        std::string id;
        int line;
    };
    const std::vector<Stale>& stale() const { return now_->stale; }

    /// Makes the changes in the file as it is on disk now; what others change at the same time
    /// stays. What went wrong, or nothing; then the file is as before.
    std::string save(const std::vector<SheetEdit>& edits) {
        return save([&](const AnswerSheet&) { return edits; });
    }
    /// The same with changes that hang on what the sheet says by then.
    std::string save(const Changes& changes);

  private:
    /// One state of the file; without a sheet when it is unusable.
    struct State {
        std::optional<AnswerSheet> sheet;
        bool has_team = false;
        std::vector<Stale> stale;
    };
    std::optional<std::string> try_to_save(const Changes& changes);
    std::unique_ptr<State> load(std::string text, Diagnostics& diagnostics) const;
    bool is_known(std::string_view practice) const;

    std::string name_;
    const Models& models_;
    std::unique_ptr<State> now_;
};

}  // namespace mlops_assess
