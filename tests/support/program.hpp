#pragma once

#include "cli/run.hpp"

#include <filesystem>
#include <string>
#include <vector>

/// The program as its users meet it.
struct Outcome {
    int status;
    std::string out;
    std::string err;
};

/// Runs it inside this process, from the project's folder. `input` may also be lines that are made
/// when they are read.
Outcome run_program(const std::vector<std::string>& arguments, const std::string& input = {});
Outcome run_program(const std::vector<std::string>& arguments, const mlops_assess::Intake& input);

/// Whether MLOPS_PROGRAM in the environment names a program to run in place of this build's.
bool is_another_program();

/// Runs a shell command line with the real program as $P, from a folder of its own.
Outcome run_shell(const std::string& command, const std::filesystem::path& folder);

/// The lines of a document's ```sh blocks as a script that ends at the first failure, with
/// `mlops-assess` as the real program.
std::string document_script(const std::filesystem::path& document);

/// Splits a line into arguments; double quotes keep blanks together.
std::vector<std::string> split(const std::string& line);

/// The YAML files right in a folder of the project, sorted, as paths from the project's folder.
std::vector<std::string> yaml_files(const std::string& folder);

std::string read_file(const std::filesystem::path& path);
void write_file_bytes(const std::filesystem::path& path, const std::string& bytes);

/// A new empty folder that goes away with this.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path path;
    std::string file(const std::string& name, const std::string& bytes) const;
};

/// Where two texts begin to differ, in a few lines.
std::string first_difference(const std::string& expected, const std::string& actual);

/// Compares with a file that stands for what is right. With APPROVE=1 in the environment the file
/// is written instead.
void check_approved(const std::filesystem::path& file, const std::string& actual);
bool approving();
