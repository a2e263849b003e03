// SPDX-License-Identifier: Apache-2.0
#include "commands/stage_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <system_error>
#include <thread>
#include <utility>
#include <variant>

#include "commands/command.hpp"
#include "core/failure.hpp"
#include "core/workers.hpp"

namespace synoptic {

namespace {

constexpr std::size_t pages_ahead = 16;          ///< for each thread
constexpr std::size_t bytes_ahead = 32U << 20U;  ///< no page is read ahead beyond

}  // namespace

void require_inputs(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        std::error_code error;
        const auto status = std::filesystem::symlink_status(path, error);
        if (path != "-" && status.type() == std::filesystem::file_type::not_found) {
            throw Failure(fmt::format("there is no file or folder '{}'", path));
        }
    }
}

StageInput::StageInput(std::vector<std::string> paths, const CleanOptions& options, unsigned threads)
    : paths_(std::move(paths)), options_(options), threads_(threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads) {
    require_inputs(paths_);
}

std::optional<std::variant<Page, Reject>> StageInput::next_page() {
    for (;;) {
        if (!reader_) {
            if (next_path_ == paths_.size()) {
                return std::nullopt;
            }
            reader_ = open_input(paths_[next_path_++]);
        }
        if (auto item = reader_->next()) {
            return item;
        }
        reader_.reset();
    }
}

void StageInput::fill() {
    std::vector<std::variant<Page, Reject>> batch;
    std::size_t bytes = 0;
    while (batch.size() < (threads_ == 1 ? 1 : pages_ahead * threads_) && bytes < bytes_ahead) {
        auto item = next_page();
        if (!item) {
            break;
        }
        const auto* page = std::get_if<Page>(&*item);
        bytes += page == nullptr ? 0 : page->bytes.size();
        batch.push_back(std::move(*item));
    }
    std::vector<Cleaned> cleaned(batch.size());
    for_each_parallel(batch.size(), threads_, [&](std::size_t i) {
        const auto* page = std::get_if<Page>(&batch[i]);
        if (page == nullptr) {
            cleaned[i].reject = std::get<Reject>(std::move(batch[i]));
            return;
        }
        auto document = clean(*page, options_);
        if (!document) {
            cleaned[i].reject = Reject{.path = page->path, .record = page->record, .reason = document.reason()};
            return;
        }
        if (auto fault = fault_of_kept(document.value())) {
            cleaned[i].reject = Reject{.path = page->path, .record = page->record, .reason = std::move(*fault), .kept = true};
        }
        cleaned[i].document = std::move(document.value());
    });
    std::ranges::move(cleaned, std::back_inserter(ready_));
}

std::optional<Document> StageInput::next() {
    for (;;) {
        if (ready_.empty()) {
            fill();
        }
        if (ready_.empty()) {
            return std::nullopt;
        }
        Cleaned cleaned = std::move(ready_.front());
        ready_.pop_front();
        if (cleaned.reject) {
            tell(*cleaned.reject);
        }
        if (cleaned.document) {
            return std::move(*cleaned.document);
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
