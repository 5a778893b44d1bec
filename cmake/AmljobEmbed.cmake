# amljob_embed(TARGET NAMESPACE name FILES file…): compiles the files' text into TARGET as
#   namespace name { std::span<const base::EmbeddedFile> files(); }   (file name without folder, and its text)
# so that the binary stands alone.
function(amljob_embed target)
  cmake_parse_arguments(arg "" "NAMESPACE" "FILES" ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_${arg_NAMESPACE}.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAMESPACE=${arg_NAMESPACE} "-DFILES=${arg_FILES}"
            -P ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${arg_FILES} ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
