// SPDX-License-Identifier: Apache-2.0
// JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1).
#include <fmt/format.h>

#include <deque>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "core/utf8.hpp"
#include "read/readers.hpp"

namespace synoptic {

namespace {

using Json = nlohmann::json;

struct FeedItem {
    std::string id, url, title, html, text, summary, published, modified, authors;
};

/// Collects the items as the parser goes over them; never holds the feed as a tree.
class FeedHandler final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& text) override { return number(text); }
    bool binary(binary_t&) override { return true; }

    bool string(string_t& value) override {
        if (path_.size() == 1 && key(0) == "title") {
            title = std::move(value);
        } else if (in_item()) {
            take(std::move(value));
        }
        return true;
    }
    bool start_object(std::size_t) override {
        path_.emplace_back();
        if (path_.size() == 3 && key(0) == "items" && items.size() < most_items) {
            items.emplace_back();
        }
        return path_.size() < deepest;
    }
    bool key(string_t& value) override {
        path_.back() = std::move(value);
        return true;
    }
    bool end_object() override { return end(); }
    bool start_array(std::size_t) override {
        path_.emplace_back();
        return path_.size() < deepest;
    }
    bool end_array() override { return end(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        error_position = position;
        return false;
    }

    std::string title;
    std::deque<FeedItem> items;
    std::size_t error_position = 0;

private:
    static constexpr std::size_t deepest = 64;
    static constexpr std::size_t most_items = 1'000'000;

    /// The key at a level of the path: 0 the feed's, 1 the list's (""), 2 the item's.
    [[nodiscard]] const std::string& key(std::size_t level) const { return path_[level]; }
    [[nodiscard]] bool in_item() const { return path_.size() >= 3 && key(0) == "items" && !items.empty(); }
    bool end() {
        path_.pop_back();
        return true;
    }
    bool number(std::string text) {
        if (in_item() && path_.size() == 3 && key(2) == "id") {
            items.back().id = std::move(text);
        }
        return true;
    }
    void take(std::string value) {
        FeedItem& item = items.back();
        const std::string& name = key(2);
        if (path_.size() == 3) {
            std::string* field = name == "id"               ? &item.id
                                 : name == "url"            ? &item.url
                                 : name == "title"          ? &item.title
                                 : name == "content_html"   ? &item.html
                                 : name == "content_text"   ? &item.text
                                 : name == "summary"        ? &item.summary
                                 : name == "date_published" ? &item.published
                                 : name == "date_modified"  ? &item.modified
                                                            : nullptr;
            if (field != nullptr) {
                *field = std::move(value);
            }
        } else if ((name == "authors" || name == "author") && path_.back() == "name") {
            item.authors += item.authors.empty() ? "" : ", ";
            item.authors += value;
        }
    }

    std::vector<std::string> path_;  ///< of open objects their present key, of open lists ""
};

class JsonFeedReader final : public Reader {
public:
    JsonFeedReader(std::string path, Input input) : path_(std::move(path)), input_(std::move(input)) {}

    std::optional<std::variant<Page, Reject>> next() override {
        if (!loaded_) {
            loaded_ = true;
            if (std::string problem = load(); !problem.empty()) {
                return Reject{.path = path_, .record = "", .reason = std::move(problem)};
            }
        }
        if (feed_.items.empty()) {
            return std::nullopt;
        }
        FeedItem item = std::move(feed_.items.front());
        feed_.items.pop_front();
        ++count_;
        Page page;
        page.path = path_;
        page.record = fmt::format("item {}", count_);
        page.url = trim(item.url);
        page.stated = {.id = std::move(item.id),
                       .title = std::move(item.title),
                       .author = std::move(item.authors),
                       .publisher = feed_.title,
                       .date = item.published.empty() ? std::move(item.modified) : std::move(item.published),
                       .date_basis = "feed",
                       .charset = "utf-8"};
        const bool is_html = !trim(item.html).empty() || trim(item.text).empty();
        page.kind = is_html ? PageKind::html : PageKind::text;
        page.bytes = !trim(item.html).empty() ? std::move(item.html) : is_html ? std::move(item.summary) : std::move(item.text);
        if (trim(page.bytes).empty()) {
            return Reject{.path = path_, .record = page.record, .reason = "has no text"};
        }
        return page;
    }

private:
    /// The problem, or "".
    std::string load() {
        std::string bytes;
        input_.append(bytes, longest_record + 1);
        if (!input_.error().empty()) {
            return input_.error();
        }
        if (bytes.size() > longest_record) {
            return "is over 32 MB";
        }
        if (!is_valid_utf8(bytes)) {
            bytes = repair_utf8(bytes);
        }
        std::string_view text = bytes;
        text.remove_prefix(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        if (!Json::sax_parse(text, &feed_) && feed_.items.empty()) {
            return fmt::format("is a broken feed: its JSON goes wrong at byte {}", feed_.error_position);
        }
        return feed_.items.empty() ? "is a feed without items" : "";
    }

    std::string path_;
    Input input_;
    FeedHandler feed_;
    std::size_t count_ = 0;
    bool loaded_ = false;
};

}  // namespace

std::unique_ptr<Reader> read_json_feed(std::string path, Input input) {
    return std::make_unique<JsonFeedReader>(std::move(path), std::move(input));
}

}  // namespace synoptic
