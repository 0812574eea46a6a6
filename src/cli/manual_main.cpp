#include "cli/manual.hpp"

#include <fstream>
#include <iostream>

/// `manual VERSION DATE OUT`: writes the manual page at build time.
int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: manual VERSION DATE OUT\n";
        return 2;
    }
    std::ofstream out(argv[3], std::ios::binary);
    out << mlops_assess::manual(mlops_assess::describe_command_line(), argv[1], argv[2]);
    return out.flush() ? 0 : 3;
}
