// SPDX-License-Identifier: Apache-2.0
// RSS 2.0 (www.rssboard.org/rss-specification), RSS 1.0, Atom (RFC 4287) and news sitemaps (sitemaps.org, Google's news extension).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "read/readers.hpp"

namespace synoptic {

namespace {

/// The element's text without its name space prefix: child("encoded") finds content:encoded.
std::string text_of(const pugi::xml_node& node, std::string_view name) {
    for (const auto& child : node.children()) {
        std::string_view found = child.name();
        if (const std::size_t colon = found.find(':'); colon != std::string_view::npos && found != name) {
            found.remove_prefix(colon + 1);
        }
        if (found == name) {
            std::string text = child.text().get();
            if (trim(text).empty() && child.child("name")) {
                text = child.child("name").text().get();  // Atom's <author><name>
            }
            if (!trim(text).empty()) {
                return text;
            }
        }
    }
    return {};
}

std::string link_of(const pugi::xml_node& item) {
    for (const auto& link : item.children("link")) {
        const std::string_view relation = link.attribute("rel").as_string("alternate");
        if (relation == "alternate" && link.attribute("href")) {
            return link.attribute("href").as_string();
        }
    }
    return std::string(trim(text_of(item, "link")));
}

/// The elements that hold an item's text, the fullest first.
constexpr std::array<std::string_view, 4> text_elements = {"encoded", "content", "description", "summary"};

bool has_text(const pugi::xml_node& item) {
    return std::ranges::any_of(text_elements, [&](std::string_view name) { return !text_of(item, name).empty(); });
}

class FeedReader final : public Reader {
public:
    FeedReader(std::string path, Input input) : path_(std::move(path)), input_(std::move(input)) {}

    std::optional<std::variant<Page, Reject>> next() override {
        if (!loaded_) {
            loaded_ = true;
            if (std::string problem = load(); !problem.empty()) {
                return Reject{.path = path_, .record = "", .reason = std::move(problem)};
            }
        }
        // entries of a sitemap that hold no text are passed over
        while (is_sitemap_ && next_ < items_.size() && !has_text(items_[next_])) {
            ++next_;
        }
        if (next_ == items_.size()) {
            if (is_sitemap_ && !std::exchange(any_, true)) {
                return Reject{
                    .path = path_, .record = "", .reason = fmt::format("names {} articles but holds the text of none", items_.size())};
            }
            return std::nullopt;
        }
        const pugi::xml_node item = items_[next_++];
        Page page;
        page.path = path_;
        page.record = fmt::format("item {}", next_);
        page.kind = PageKind::html;
        page.url = link_of(item);
        page.stated.charset = "utf-8";
        page.stated.title = trim(text_of(item, "title"));
        page.stated.author = trim(text_of(item, "creator"));
        if (page.stated.author.empty()) {
            page.stated.author = trim(text_of(item, "author"));
        }
        page.stated.publisher = publisher_;
        page.stated.date_basis = "feed";
        if (is_sitemap_) {
            take_news(item, page);
        }
        for (const std::string_view name : {"pubDate", "published", "date", "updated"}) {
            if (page.stated.date.empty()) {
                page.stated.date = trim(text_of(item, name));
            }
        }
        for (const std::string_view name : text_elements) {
            if (page.bytes.empty()) {
                page.bytes = text_of(item, name);
            }
        }
        any_ = true;
        if (trim(page.bytes).empty()) {
            return Reject{.path = path_, .record = page.record, .reason = "has no text"};
        }
        return page;
    }

private:
    /// What <news:news> says: the names of the paper and of the article, and its date.
    static void take_news(const pugi::xml_node& entry, Page& page) {
        page.url = trim(text_of(entry, "loc"));
        const pugi::xml_node news = entry.child("news:news") ? entry.child("news:news") : entry.child("news");
        page.stated.title = trim(text_of(news, "title"));
        page.stated.date = trim(text_of(news, "publication_date"));
        const pugi::xml_node paper = news.child("news:publication") ? news.child("news:publication") : news.child("publication");
        page.stated.publisher = trim(text_of(paper, "name"));
    }

    /// The problem, or "".
    std::string load() {
        input_.append(bytes_, longest_record + 1);
        if (!input_.error().empty()) {
            return input_.error();
        }
        if (bytes_.size() > longest_record) {
            return "is over 32 MB";
        }
        const auto outcome = document_.load_buffer_inplace(bytes_.data(), bytes_.size());
        const pugi::xml_node root = document_.document_element();
        is_sitemap_ = std::string_view(root.name()) == "urlset";
        const pugi::xml_node channel = root.child("channel") ? root.child("channel") : root;
        publisher_ = trim(text_of(channel, "title"));
        for (const auto& parent : {channel, root}) {
            for (const auto& item : parent.children()) {
                const std::string_view name = item.name();
                if (name == "item" || name == "entry" || (is_sitemap_ && name == "url")) {
                    items_.push_back(item);
                }
            }
            if (!items_.empty()) {
                break;
            }
        }
        if (!items_.empty()) {
            return {};
        }
        return outcome ? "is a feed without items" : fmt::format("is a broken feed: {}", outcome.description());
    }

    std::string path_;
    Input input_;
    std::string bytes_;
    pugi::xml_document document_;
    std::vector<pugi::xml_node> items_;
    std::string publisher_;
    std::size_t next_ = 0;
    bool loaded_ = false;
    bool is_sitemap_ = false;
    bool any_ = false;  ///< an item with text was seen
};

}  // namespace

std::unique_ptr<Reader> read_feed(std::string path, Input input) { return std::make_unique<FeedReader>(std::move(path), std::move(input)); }

}  // namespace synoptic
