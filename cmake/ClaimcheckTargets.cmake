include_guard()

# What every target of ours is compiled with; nothing global.
add_library(claimcheck_flags INTERFACE)
target_compile_features(claimcheck_flags INTERFACE cxx_std_20)
target_compile_options(
  claimcheck_flags
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wshadow
            -Wconversion
            -Wnon-virtual-dtor
            -Wold-style-cast
            -Woverloaded-virtual
            -Werror
            # GCC 12 reports code of the standard library's own at -O2 (GCC bugs 105329, 105651).
            $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(CLAIMCHECK_SANITIZE)
  target_compile_options(claimcheck_flags INTERFACE -fsanitize=${CLAIMCHECK_SANITIZE} -fno-omit-frame-pointer
                                                    -fno-sanitize-recover=all)
  target_link_options(claimcheck_flags INTERFACE -fsanitize=${CLAIMCHECK_SANITIZE})
endif()

# claimcheck_add_folder(<folder> SOURCES … HEADERS … [LINK lower layers] [PRIVATE third-party libraries])
# One static library for each folder under src/: a folder that uses a layer which it does not declare fails to link.
function(claimcheck_add_folder folder)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;HEADERS;LINK;PRIVATE")
  set(target claimcheck_${folder})
  add_library(${target} STATIC ${ARG_SOURCES})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${ARG_HEADERS})
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${target} PUBLIC claimcheck_flags ${ARG_LINK} PRIVATE ${ARG_PRIVATE})
  set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

# claimcheck_embed(<target> <function name> <file>…)
# Compiles the files, joined by newlines, into `std::string_view <function name>()` in namespace claimcheck.
function(claimcheck_embed target name)
  set(EMBED_NAME ${name})
  set(EMBED_TEXT "")
  foreach(file IN LISTS ARGN)
    file(READ ${file} text)
    string(APPEND EMBED_TEXT "${text}\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endforeach()
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embed.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp @ONLY)
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp)
  # A data file is one literal, longer than compilers must allow; those that are used here do.
  set_property(SOURCE ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp APPEND PROPERTY COMPILE_OPTIONS
                                                                                       -Wno-overlength-strings)
endfunction()

# claimcheck_add_tests(<folder> SOURCES … [LINK …] [LABEL unit])
# One test program for each folder, unit_<folder>; ctest runs each case by itself.
function(claimcheck_add_tests folder)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "LABEL" "SOURCES;LINK")
  if(NOT ARG_LABEL)
    set(ARG_LABEL unit)
  endif()
  set(target ${ARG_LABEL}_${folder})
  add_executable(${target} ${ARG_SOURCES})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${target} PRIVATE CLAIMCHECK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(${target} PRIVATE claimcheck_flags ${ARG_LINK} GTest::gmock GTest::gtest_main)
  gtest_discover_tests(${target} TEST_PREFIX ${folder}. PROPERTIES LABELS ${ARG_LABEL} TIMEOUT 300
                       DISCOVERY_TIMEOUT 60)
endfunction()
