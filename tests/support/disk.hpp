#pragma once

#include <functional>

/// While it lives, the fsync of this process does this instead: 0, or the errno of its failure.
/// Without one it does nothing, for tests need not survive a power cut.
class Disk {
  public:
    explicit Disk(std::function<int(int file)> sync);
    ~Disk();
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;
};
