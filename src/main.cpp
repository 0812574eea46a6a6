#include "cli/run.hpp"

#include "system/terminal.hpp"

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return static_cast<int>(mlops_assess::run(arguments, mlops_assess::this_process()));
}
