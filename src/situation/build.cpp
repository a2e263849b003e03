#include "situation/build.hpp"
namespace synoptic { Situation build_situation(const Story&, std::span<const Document>, std::span<const std::vector<CodedEvent>>, const Lineage&) { return {}; } }
