#include "language/analyzer.hpp"
namespace synoptic { struct Analyzer::Models {}; Analyzer::Analyzer() = default; Analyzer::~Analyzer() = default; Analyzer::Analyzer(Analyzer&&) noexcept = default; Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default; void Analyzer::analyze(Document&) const {} }
