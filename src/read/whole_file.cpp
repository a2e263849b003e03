// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "read/readers.hpp"

namespace synoptic {

namespace {

constexpr std::size_t usual_size = 1U << 18U;  ///< bytes of a page that need no second place in memory

class WholeFileReader final : public Reader {
public:
    WholeFileReader(std::string path, Input input, PageKind kind) : path_(std::move(path)), input_(std::move(input)), kind_(kind) {}

    std::optional<std::variant<Page, Reject>> next() override {
        if (done_) {
            return std::nullopt;
        }
        done_ = true;
        Page page;
        page.path = path_;
        page.kind = kind_;
        page.bytes.reserve(usual_size);
        input_.append(page.bytes, longest_record + 1);
        if (!input_.error().empty()) {
            return reject(input_.error());
        }
        if (page.bytes.size() > longest_record) {
            return reject("is over 32 MB");
        }
        if (trim(page.bytes).empty()) {
            return reject("has nothing in it but white space");
        }
        return page;
    }

private:
    [[nodiscard]] Reject reject(std::string reason) const { return {.path = path_, .record = "", .reason = std::move(reason)}; }

    std::string path_;
    Input input_;
    PageKind kind_;
    bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> read_whole(std::string path, Input input, PageKind kind) {
    return std::make_unique<WholeFileReader>(std::move(path), std::move(input), kind);
}

}  // namespace synoptic
