# Read by CPack for each kind of package: which of the two programs it holds, and where.
if(CPACK_GENERATOR STREQUAL "DEB")
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  set(program program)
else()
  set(program static)
endif()
list(GET CPACK_INSTALL_CMAKE_PROJECTS 0 build)
set(CPACK_INSTALL_CMAKE_PROJECTS ${build} mlops-assess ${program} / ${build} mlops-assess files /)
