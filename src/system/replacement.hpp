#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace mlops_assess {

/// Takes a text part by part.
using Emit = std::function<void(std::string_view part)>;
/// Gives a text part by part.
using Writing = std::function<void(const Emit& emit)>;

enum class Existing { replace, refuse };

/// A file that is written whole or not at all: to a temporary one in the same folder, which takes
/// its name once it has reached the disk. The file that it replaces must be one that the user may
/// write; its mode, owner and group are kept as far as the user may set them, and so is a link
/// that leads to it. What fails is told as a text; an empty one says that nothing did.
class Replacement {
  public:
    explicit Replacement(const std::string& name);
    /// Nothing is left of it unless it took its name.
    ~Replacement();
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;

    /// Brings all of the file to the disk.
    std::string write(std::string_view text);
    std::string write(const Writing& writing);
    /// Gives it its name.
    std::string take_name(Existing existing);

  private:
    std::string target_;
    std::string temporary_;  ///< empty while there is none
};

/// Why the user cannot make or replace a file, as far as that shows before it is tried; else empty.
/// A device or pipe is never in the way.
std::string obstacle(const std::string& name);

/// What a link leads to, by whatever number of links; the end of them need not be there.
std::string behind_links(const std::string& name);

}  // namespace mlops_assess
