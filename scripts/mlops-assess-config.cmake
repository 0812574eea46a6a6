# For find_package(mlops-assess): the static libraries, and what they need when a program is linked.
include(CMakeFindDependencyMacro)
find_dependency(yaml-cpp)
find_dependency(fmt)
include(${CMAKE_CURRENT_LIST_DIR}/mlops-assess-targets.cmake)
