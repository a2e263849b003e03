// SPDX-License-Identifier: Apache-2.0
#include "commands/stage_input.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <system_error>
#include <utility>
#include <variant>

#include "commands/command.hpp"
#include "core/failure.hpp"

namespace synoptic {

void require_inputs(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        std::error_code error;
        const auto status = std::filesystem::symlink_status(path, error);
        if (path != "-" && status.type() == std::filesystem::file_type::not_found) {
            throw Failure(fmt::format("there is no file or folder '{}'", path));
        }
    }
}

StageInput::StageInput(std::vector<std::string> paths, const CleanOptions& options) : paths_(std::move(paths)), options_(options) {
    require_inputs(paths_);
}

std::optional<Document> StageInput::next() {
    for (;;) {
        if (!reader_) {
            if (next_path_ == paths_.size()) {
                return std::nullopt;
            }
            reader_ = open_input(paths_[next_path_++]);
        }
        auto item = reader_->next();
        if (!item) {
            reader_.reset();
            continue;
        }
        if (const auto* page = std::get_if<Page>(&*item)) {
            auto document = clean(*page, options_);
            if (document) {
                if (auto fault = fault_of_kept(document.value())) {
                    tell({.path = page->path, .record = page->record, .reason = std::move(*fault), .kept = true});
                }
                return std::move(document.value());
            }
            tell({.path = page->path, .record = page->record, .reason = document.reason()});
        } else {
            tell(std::get<Reject>(*item));
        }
    }
}

void StageInput::tell(const Reject& reject) {
    ++rejected_;
    std::cerr << to_line(reject) << '\n';
}

int StageInput::exit_code() const { return rejected_ == 0 ? synoptic::exit_code::ok : synoptic::exit_code::some_inputs_skipped; }

std::string shown_id(const Document& document) { return document.given_id.empty() ? to_hex(document.id) : document.given_id; }

}  // namespace synoptic
