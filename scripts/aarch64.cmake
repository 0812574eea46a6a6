# Builds for arm64 by Debian's cross compiler, in the sysroot that scripts/sysroot makes. QEMU runs
# the program where the build does.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_SYSROOT ${CMAKE_CURRENT_LIST_DIR}/../build/sysroot-aarch64)
cmake_path(NORMAL_PATH CMAKE_SYSROOT)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64 -L ${CMAKE_SYSROOT})
foreach(kind LIBRARY INCLUDE PACKAGE)
  set(CMAKE_FIND_ROOT_PATH_MODE_${kind} ONLY)
endforeach()

# The cross compiler brings a libc and a libstdc++ of its own, and these get no security updates.
file(GLOB GCC ${CMAKE_SYSROOT}/usr/lib/gcc/aarch64-linux-gnu/*)
set(CMAKE_EXE_LINKER_FLAGS_INIT "-B${GCC} -B${CMAKE_SYSROOT}/usr/lib/aarch64-linux-gnu")

set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE arm64)
