# Run by CPack between installing to a folder and packing it. Puts files where Debian wants them,
# and gives all of them the date of the release, so that the same sources make the same package.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
set(docs ${root}/usr/share/doc/mlops-assess)

# `Sat, 21 Nov 2026 00:00:00 +0000`
execute_process(
  COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C TZ=UTC0 date -d ${CPACK_MLOPS_DATE} -R
  OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)

# The changes of this version: one line each, then folded anew.
file(READ ${CPACK_MLOPS_SOURCES}/CHANGELOG.md changes)
string(REGEX REPLACE ".*\n## ${CPACK_PACKAGE_VERSION}, [0-9-]+\n+" "" changes "${changes}")
string(REGEX REPLACE "\n## .*" "\n" changes "${changes}")
string(REGEX REPLACE "\n  " " " changes "${changes}")
file(WRITE ${docs}/changelog "${changes}")
execute_process(
  COMMAND sed -e "/./!d" -e "s/^-/  */" ${docs}/changelog
  COMMAND fold -s -w 75
  COMMAND sed -e "/^  \\* /!s/^/    /" -e "s/ *$//"
  OUTPUT_VARIABLE changes COMMAND_ERROR_IS_FATAL ANY)
file(WRITE ${docs}/changelog "mlops-assess (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

${changes}
 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
file(REMOVE ${docs}/CHANGELOG.md)

file(READ ${CPACK_MLOPS_SOURCES}/LICENSE license)
string(REGEX MATCH "Copyright [^\n]*" holder "${license}")
string(REGEX REPLACE "^.*Copyright [^\n]*\n\n" "" license "${license}")
string(STRIP "${license}" license)
string(REPLACE "\n\n" "\n.\n" license "${license}")
string(REPLACE "\n" "\n " license "${license}")
file(WRITE ${docs}/copyright "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: mlops-assess
Comment: The program holds libraries of others. Their copyrights and licences stand in
 /usr/share/doc/mlops-assess/licences.

Files: *
Copyright: ${holder}
License: Expat

License: Expat
 ${license}
")
file(REMOVE ${docs}/LICENSE)

file(WRITE ${root}/usr/share/lintian/overrides/mlops-assess
  "# One program for every release of Debian: it depends on no library of any.
mlops-assess: statically-linked-binary [usr/bin/mlops-assess]
")

execute_process(
  COMMAND gzip -9nf ${docs}/changelog ${root}/usr/share/man/man1/mlops-assess.1
  COMMAND_ERROR_IS_FATAL ANY)
file(MAKE_DIRECTORY ${root}/usr/share/zsh)
file(RENAME ${root}/usr/share/zsh/site-functions ${root}/usr/share/zsh/vendor-completions)

file(GLOB_RECURSE files LIST_DIRECTORIES true ${root}/*)
foreach(file ${root} ${files})
  if(IS_DIRECTORY ${file} OR file MATCHES "/bin/")
    file(CHMOD ${file} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
         GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
  endif()
endforeach()
execute_process(COMMAND touch -h -d ${CPACK_MLOPS_DATE}T00:00:00Z ${root} ${files}
                COMMAND_ERROR_IS_FATAL ANY)
