#include "lineage/find_lineage.hpp"
namespace synoptic { Lineage find_lineage(std::span<const Document>) { return {}; } }
