# What the engine for pages is made of, as paths from the project's folder: the style of reports too.
file(GLOB_RECURSE ENGINE_SOURCES LIST_DIRECTORIES false
  src/*.cpp src/*.hpp src/*.css src/palette.txt include/*.hpp rubrics/*.yaml)
list(SORT ENGINE_SOURCES)
