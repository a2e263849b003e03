// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "core/text.hpp"
#include "read/json_line.hpp"
#include "read/readers.hpp"

namespace synoptic {

namespace {

class JsonlReader final : public Reader {
public:
    JsonlReader(std::string path, Input input) : path_(std::move(path)), input_(std::move(input)) {}

    std::optional<std::variant<Page, Reject>> next() override {
        for (;;) {
            const auto outcome = input_.next_line(line_, longest_record);
            if (!input_.error().empty() && !told_) {
                told_ = true;
                return Reject{.path = path_, .record = fmt::format("line {}", number_ + 1), .reason = input_.error()};
            }
            if (outcome == Input::Line::end || told_) {
                return std::nullopt;
            }
            ++number_;
            const std::string record = fmt::format("line {}", number_);
            if (outcome == Input::Line::too_long) {
                return Reject{.path = path_, .record = record, .reason = "is over 32 MB"};
            }
            std::string_view line = line_;
            if (number_ == 1 && line.starts_with("\xEF\xBB\xBF")) {
                line.remove_prefix(3);
            }
            if (trim(line).empty()) {
                continue;
            }
            auto page = parse_json_page(line);
            if (!page) {
                return Reject{.path = path_, .record = record, .reason = page.reason()};
            }
            page.value().path = path_;
            page.value().record = record;
            return std::move(page.value());
        }
    }

private:
    std::string path_;
    Input input_;
    std::string line_;
    std::uint64_t number_ = 0;
    bool told_ = false;
};

}  // namespace

std::unique_ptr<Reader> read_jsonl(std::string path, Input input) {
    return std::make_unique<JsonlReader>(std::move(path), std::move(input));
}

}  // namespace synoptic
