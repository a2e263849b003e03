#include "store/database.hpp"
namespace synoptic { struct Database::State {}; Database::Database(const std::string&, Mode) {} Database::~Database() = default; Database::Database(Database&&) noexcept = default; Database& Database::operator=(Database&&) noexcept = default; }
