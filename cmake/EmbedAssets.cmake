# embed_assets(<target> <root> <file>...): builds the files into the target, each under its path below <root>; core/asset.cpp finds them.
# The assembler's .incbin takes the bytes as they are, so large models cost no compile time.
function(embed_assets target)
  set(assembly "")
  set(table "")
  set(declarations "")
  set(number 0)
  set(files "")
  foreach(entry IN LISTS ARGN)
    string(REGEX MATCH "^([^=]+)=(.*)$" _ "${entry}")
    set(name "${CMAKE_MATCH_1}")
    set(file "${CMAKE_MATCH_2}")
    list(APPEND files "${file}")
    string(APPEND assembly
      "  .globl synoptic_asset_${number}_begin, synoptic_asset_${number}_end\n"
      "  .balign 16\nsynoptic_asset_${number}_begin:\n  .incbin \"${file}\"\nsynoptic_asset_${number}_end:\n  .byte 0\n")
    string(APPEND declarations
      "extern \"C\" const char synoptic_asset_${number}_begin[];\nextern \"C\" const char synoptic_asset_${number}_end[];\n")
    string(APPEND table "    {\"${name}\", synoptic_asset_${number}_begin, synoptic_asset_${number}_end},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/assets")
  file(CONFIGURE OUTPUT "${folder}/assets.S" @ONLY CONTENT "  .section .rodata\n${assembly}  .section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT "${folder}/assets.cpp" @ONLY CONTENT
"#include <cstddef>
namespace synoptic {
struct Asset {
    const char* name;
    const char* begin;
    const char* end;
};
}
${declarations}namespace synoptic {
extern const Asset embedded_assets[] = {
${table}};
extern const std::size_t embedded_asset_count = ${number};
}
")
  set_source_files_properties("${folder}/assets.S" PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(${target} PRIVATE "${folder}/assets.S" "${folder}/assets.cpp")
endfunction()
