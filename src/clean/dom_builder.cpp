// SPDX-License-Identifier: Apache-2.0
// Tree construction over lexbor's tokenizer. The rules for implied ends are those of HTML 5 (html.spec.whatwg.org, 13.2.6), but nodes are
// never moved, so that every step costs the same however the page is nested.
#include <lexbor/html/tokenizer.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "clean/dom.hpp"
#include "core/failure.hpp"

namespace synoptic {

namespace {

constexpr std::size_t deepest = 400;
constexpr std::size_t name_table = 4096;  ///< lexbor chains names that share a bucket: room for pages with 100,000 of them
constexpr std::size_t longest_attribute = 1U << 20U;

struct TagName {
    std::string_view name;
    Tag tag;
};

constexpr std::array tag_names = {
    TagName{"a", Tag::a},
    TagName{"address", Tag::address},
    TagName{"article", Tag::article},
    TagName{"aside", Tag::aside},
    TagName{"b", Tag::b},
    TagName{"blockquote", Tag::blockquote},
    TagName{"body", Tag::body},
    TagName{"br", Tag::br},
    TagName{"button", Tag::button},
    TagName{"canvas", Tag::canvas},
    TagName{"caption", Tag::caption},
    TagName{"cite", Tag::cite},
    TagName{"center", Tag::center},
    TagName{"code", Tag::code},
    TagName{"dd", Tag::dd},
    TagName{"del", Tag::del},
    TagName{"details", Tag::details},
    TagName{"div", Tag::div},
    TagName{"dl", Tag::dl},
    TagName{"dt", Tag::dt},
    TagName{"em", Tag::em},
    TagName{"embed", Tag::embed},
    TagName{"fieldset", Tag::fieldset},
    TagName{"figcaption", Tag::figcaption},
    TagName{"figure", Tag::figure},
    TagName{"font", Tag::font},
    TagName{"footer", Tag::footer},
    TagName{"form", Tag::form},
    TagName{"h1", Tag::h1},
    TagName{"h2", Tag::h2},
    TagName{"h3", Tag::h3},
    TagName{"h4", Tag::h4},
    TagName{"h5", Tag::h5},
    TagName{"h6", Tag::h6},
    TagName{"head", Tag::head},
    TagName{"header", Tag::header},
    TagName{"hr", Tag::hr},
    TagName{"html", Tag::html},
    TagName{"i", Tag::i},
    TagName{"iframe", Tag::iframe},
    TagName{"img", Tag::img},
    TagName{"input", Tag::input},
    TagName{"ins", Tag::ins},
    TagName{"label", Tag::label},
    TagName{"li", Tag::li},
    TagName{"link", Tag::link},
    TagName{"main", Tag::main},
    TagName{"map", Tag::map},
    TagName{"menu", Tag::menu},
    TagName{"meta", Tag::meta},
    TagName{"nav", Tag::nav},
    TagName{"noscript", Tag::noscript},
    TagName{"object", Tag::object},
    TagName{"ol", Tag::ol},
    TagName{"optgroup", Tag::optgroup},
    TagName{"option", Tag::option},
    TagName{"p", Tag::p},
    TagName{"pre", Tag::pre},
    TagName{"q", Tag::q},
    TagName{"s", Tag::s},
    TagName{"script", Tag::script},
    TagName{"section", Tag::section},
    TagName{"select", Tag::select},
    TagName{"small", Tag::small},
    TagName{"source", Tag::source},
    TagName{"span", Tag::span},
    TagName{"strong", Tag::strong},
    TagName{"style", Tag::style},
    TagName{"sub", Tag::sub},
    TagName{"summary", Tag::summary},
    TagName{"sup", Tag::sup},
    TagName{"svg", Tag::svg},
    TagName{"math", Tag::math},
    TagName{"table", Tag::table},
    TagName{"tbody", Tag::tbody},
    TagName{"td", Tag::td},
    TagName{"template", Tag::template_},
    TagName{"textarea", Tag::textarea},
    TagName{"tfoot", Tag::tfoot},
    TagName{"th", Tag::th},
    TagName{"thead", Tag::thead},
    TagName{"time", Tag::time},
    TagName{"title", Tag::title},
    TagName{"tr", Tag::tr},
    TagName{"u", Tag::u},
    TagName{"ul", Tag::ul},
    TagName{"audio", Tag::audio},
    TagName{"video", Tag::video},
    TagName{"dialog", Tag::dialog},
    TagName{"hgroup", Tag::hgroup},
    TagName{"search", Tag::search},
    TagName{"wbr", Tag::wbr},
    TagName{"area", Tag::area},
    TagName{"base", Tag::base},
    TagName{"col", Tag::col},
    TagName{"colgroup", Tag::colgroup},
    TagName{"param", Tag::param},
    TagName{"track", Tag::track},
};

struct AttrName {
    std::string_view name;
    Attr attr;
};

constexpr std::array attr_names = {
    AttrName{"class", Attr::class_},
    AttrName{"id", Attr::id},
    AttrName{"role", Attr::role},
    AttrName{"itemprop", Attr::itemprop},
    AttrName{"itemtype", Attr::itemtype},
    AttrName{"itemscope", Attr::itemscope},
    AttrName{"href", Attr::href},
    AttrName{"rel", Attr::rel},
    AttrName{"name", Attr::name},
    AttrName{"property", Attr::property},
    AttrName{"content", Attr::content},
    AttrName{"datetime", Attr::datetime},
    AttrName{"type", Attr::type},
    AttrName{"style", Attr::style},
    AttrName{"hidden", Attr::hidden},
    AttrName{"aria-hidden", Attr::aria_hidden},
    AttrName{"aria-label", Attr::aria_label},
    AttrName{"lang", Attr::lang},
    AttrName{"http-equiv", Attr::http_equiv},
    AttrName{"charset", Attr::charset},
    AttrName{"title", Attr::title},
    AttrName{"alt", Attr::alt},
    AttrName{"value", Attr::value},
    AttrName{"pubdate", Attr::pubdate},
};

Tag tag_of(std::string_view name) {
    const auto* found = std::ranges::find(tag_names, name, &TagName::name);
    return found == tag_names.end() ? Tag::other : found->tag;
}

template <typename... Tags>
bool any_of(Tag tag, Tags... tags) {
    return ((tag == tags) || ...);
}

bool is_void(Tag tag) {
    return any_of(tag, Tag::br, Tag::hr, Tag::img, Tag::input, Tag::link, Tag::meta, Tag::embed, Tag::source, Tag::wbr, Tag::area,
                  Tag::base, Tag::col, Tag::param, Tag::track);
}

bool is_heading(Tag tag) { return any_of(tag, Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6); }

/// Elements no end tag from inside reaches beyond ("has an element in scope").
bool is_scope(Tag tag) { return any_of(tag, Tag::table, Tag::td, Tag::th, Tag::caption, Tag::object, Tag::template_, Tag::html); }

bool is_formatting(Tag tag) {
    return any_of(tag, Tag::a, Tag::b, Tag::cite, Tag::code, Tag::del, Tag::em, Tag::font, Tag::i, Tag::ins, Tag::label, Tag::q, Tag::s,
                  Tag::small, Tag::span, Tag::strong, Tag::sub, Tag::sup, Tag::time, Tag::u, Tag::other);
}

/// Elements whose start ends an open paragraph.
bool closes_paragraph(Tag tag) {
    return is_heading(tag) || any_of(tag, Tag::address, Tag::article, Tag::aside, Tag::blockquote, Tag::center, Tag::details, Tag::dialog,
                                     Tag::div, Tag::dl, Tag::dd, Tag::dt, Tag::fieldset, Tag::figcaption, Tag::figure, Tag::footer,
                                     Tag::form, Tag::header, Tag::hgroup, Tag::hr, Tag::li, Tag::main, Tag::menu, Tag::nav, Tag::ol, Tag::p,
                                     Tag::pre, Tag::search, Tag::section, Tag::summary, Tag::table, Tag::ul);
}

}  // namespace

class DomBuilder {
public:
    explicit DomBuilder(std::string_view html) : html_(html) {
        dom_.pool_.reserve(html.size());
        dom_.nodes_.reserve(html.size() / 24 + 16);
        open(Tag::html, 0, 0);
    }

    /// One token; the elements' kinds are looked up once per lexbor tag number.
    void take(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token) {
        const auto begin = position(token->begin);
        const auto end = position(token->end);
        switch (token->tag_id) {
        case LXB_TAG__TEXT:
            add_text(token, begin, end);
            return;
        case LXB_TAG__EM_COMMENT:
        case LXB_TAG__EM_DOCTYPE:
        case LXB_TAG__END_OF_FILE:
            return;
        default:
            break;
        }
        const Tag tag = known_tag(token->tag_id);
        if ((token->type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0) {
            close_tag(tag, end);
            return;
        }
        start_tag(tokenizer, token, tag, begin, end);
    }

    Dom finish() {
        while (!open_.empty()) {
            pop(static_cast<std::uint32_t>(html_.size()));
        }
        return std::move(dom_);
    }

private:
    [[nodiscard]] std::uint32_t position(const lxb_char_t* at) const {
        const auto* first = reinterpret_cast<const lxb_char_t*>(html_.data());
        return at < first || at > first + html_.size() ? 0 : static_cast<std::uint32_t>(at - first);
    }

    Tag known_tag(lxb_tag_id_t number) {
        if (number < LXB_TAG__LAST_ENTRY) {
            auto& known = known_[number];
            if (!known) {
                std::size_t length = 0;
                const lxb_char_t* name = lxb_tag_name_by_id(number, &length);
                known = name == nullptr ? Tag::other : tag_of({reinterpret_cast<const char*>(name), length});
            }
            return *known;
        }
        return Tag::other;  // an element lexbor does not know
    }

    void add_text(const lxb_html_token_t* token, std::uint32_t begin, std::uint32_t end) {
        const std::string_view text(reinterpret_cast<const char*>(token->text_start),
                                    static_cast<std::size_t>(token->text_end - token->text_start));
        if (text.empty()) {
            return;
        }
        Dom::Node node;
        node.tag = Tag::text;
        node.in_link = links_ > 0;
        node.parent = open_.empty() ? 0 : open_.back();
        node.end = dom_.size() + 1;
        node.page_begin = begin;
        node.page_end = end;
        node.text = keep(text);
        dom_.nodes_.push_back(node);
    }

    Span keep(std::string_view text) {
        const auto begin = static_cast<std::uint32_t>(dom_.pool_.size());
        for (char c : text) {
            dom_.pool_ += c == '\0' ? ' ' : c;
        }
        return {begin, static_cast<std::uint32_t>(dom_.pool_.size())};
    }

    void start_tag(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, Tag tag, std::uint32_t begin, std::uint32_t end) {
        if (token->tag_id < LXB_TAG__LAST_ENTRY) {
            lxb_html_tokenizer_set_state_by_tag(tokenizer, false, token->tag_id, LXB_NS_HTML);
        }
        if (tag == Tag::html) {
            return;
        }
        imply_ends(tag, begin);
        const bool flat = is_void(tag) || ((token->type & LXB_HTML_TOKEN_TYPE_CLOSE_SELF) != 0 && in_svg_ > 0) || open_.size() >= deepest;
        const std::uint32_t at = open(tag, begin, end);
        add_attributes(token, at);
        if (tag == Tag::a && dom_.has_attribute(at, Attr::href) && !flat) {
            ++links_;
        }
        if (any_of(tag, Tag::svg, Tag::math) && !flat) {
            ++in_svg_;
        }
        if (flat) {
            open_.pop_back();
            --open_count_[static_cast<std::size_t>(tag)];
            dom_.nodes_[at].end = at + 1;
            dom_.nodes_[at].page_end = end;
        }
    }

    std::uint32_t open(Tag tag, std::uint32_t begin, std::uint32_t end) {
        Dom::Node node;
        node.tag = tag;
        node.in_link = links_ > 0;
        node.parent = open_.empty() ? 0 : open_.back();
        node.page_begin = begin;
        node.page_end = end;
        node.first_attribute = static_cast<std::uint32_t>(dom_.attributes_.size());
        const std::uint32_t at = dom_.size();
        dom_.nodes_.push_back(node);
        open_.push_back(at);
        ++open_count_[static_cast<std::size_t>(tag)];
        return at;
    }

    void add_attributes(const lxb_html_token_t* token, std::uint32_t at) {
        std::uint32_t seen = 0;
        for (lxb_html_token_attr_t* attribute = token->attr_first; attribute != nullptr; attribute = attribute->next) {
            std::size_t length = 0;
            const lxb_char_t* name = lxb_html_token_attr_name(attribute, &length);
            if (name == nullptr) {
                continue;
            }
            const auto* found =
                std::ranges::find(attr_names, std::string_view(reinterpret_cast<const char*>(name), length), &AttrName::name);
            if (found == attr_names.end() || (seen & (1U << static_cast<unsigned>(found->attr))) != 0 ||
                attribute->value_size > longest_attribute) {
                continue;
            }
            seen |= 1U << static_cast<unsigned>(found->attr);
            const std::string_view value = attribute->value == nullptr
                                               ? std::string_view{}
                                               : std::string_view(reinterpret_cast<const char*>(attribute->value), attribute->value_size);
            dom_.attributes_.push_back({found->attr, keep(value)});
            ++dom_.nodes_[at].attribute_count;
        }
    }

    [[nodiscard]] Tag top() const { return open_.empty() ? Tag::html : dom_.nodes_[open_.back()].tag; }

    void pop(std::uint32_t page_end) {
        Dom::Node& node = dom_.nodes_[open_.back()];
        node.end = dom_.size();
        node.page_end = page_end;
        if (node.tag == Tag::a && dom_.has_attribute(open_.back(), Attr::href) && std::erase(unlinked_, open_.back()) == 0) {
            --links_;
        }
        if (any_of(node.tag, Tag::svg, Tag::math)) {
            --in_svg_;
        }
        --open_count_[static_cast<std::size_t>(node.tag)];
        open_.pop_back();
    }

    [[nodiscard]] bool is_open(Tag tag) const { return open_count_[static_cast<std::size_t>(tag)] > 0; }

    /// Links whose end tag came while a block inside was open: over for what follows, though still on the stack.
    [[nodiscard]] bool is_unlinked(std::uint32_t at) const { return std::ranges::find(unlinked_, at) != unlinked_.end(); }

    /// Pops up to and with the innermost open element that `wanted` accepts, if `barrier` accepts none before it.
    template <typename Wanted, typename Barrier>
    bool pop_to(Wanted wanted, Barrier barrier, std::uint32_t page_end) {
        for (std::size_t i = open_.size(); i-- > 1;) {
            const Tag tag = dom_.nodes_[open_[i]].tag;
            if (wanted(tag)) {
                while (open_.size() > i) {
                    pop(page_end);
                }
                return true;
            }
            if (barrier(tag)) {
                return false;
            }
        }
        return false;
    }

    void imply_ends(Tag tag, std::uint32_t at) {
        if (closes_paragraph(tag) && is_open(Tag::p)) {
            pop_to([](Tag t) { return t == Tag::p; }, [](Tag t) { return is_scope(t) || t == Tag::button; }, at);
        }
        if (is_heading(tag) && is_heading(top())) {
            pop(at);
        }
        switch (tag) {
        case Tag::li:
            if (is_open(Tag::li)) {
                pop_to([](Tag t) { return t == Tag::li; }, [](Tag t) { return any_of(t, Tag::ul, Tag::ol, Tag::menu) || is_scope(t); }, at);
            }
            break;
        case Tag::dd:
        case Tag::dt:
            pop_to([](Tag t) { return any_of(t, Tag::dd, Tag::dt); }, [](Tag t) { return t == Tag::dl || is_scope(t); }, at);
            break;
        case Tag::td:
        case Tag::th:
            pop_to([](Tag t) { return any_of(t, Tag::td, Tag::th); }, [](Tag t) { return t == Tag::table; }, at);
            break;
        case Tag::tr:
            pop_to([](Tag t) { return t == Tag::tr; }, [](Tag t) { return t == Tag::table; }, at);
            break;
        case Tag::tbody:
        case Tag::thead:
        case Tag::tfoot:
            pop_to([](Tag t) { return any_of(t, Tag::tbody, Tag::thead, Tag::tfoot); }, [](Tag t) { return t == Tag::table; }, at);
            break;
        case Tag::option:
        case Tag::optgroup:
            pop_to([](Tag t) { return t == Tag::option; }, [](Tag t) { return t == Tag::select; }, at);
            break;
        case Tag::a:
            if (is_open(Tag::a)) {
                close_tag(Tag::a, at);
            }
            break;
        case Tag::body:
            pop_to([](Tag t) { return t == Tag::head; }, [](Tag) { return false; }, at);
            break;
        default:
            break;
        }
    }

    void close_tag(Tag tag, std::uint32_t page_end) {
        if (any_of(tag, Tag::body, Tag::html) || (!is_open(tag) && !is_heading(tag))) {
            return;
        }
        const auto same = [&](Tag t) { return is_heading(tag) ? is_heading(t) : t == tag; };
        if (!is_formatting(tag)) {
            const bool of_table = any_of(tag, Tag::table, Tag::tr, Tag::td, Tag::th, Tag::tbody, Tag::thead, Tag::tfoot, Tag::caption);
            pop_to(
                same, [&](Tag t) { return of_table ? t == Tag::table && tag != Tag::table : is_scope(t); }, page_end);
            return;
        }
        if (pop_to(
                same, [](Tag t) { return !is_formatting(t); }, page_end) ||
            tag != Tag::a) {
            return;
        }
        for (std::size_t i = open_.size(); i-- > 1 && !is_scope(dom_.nodes_[open_[i]].tag);) {
            const std::uint32_t at = open_[i];
            if (dom_.nodes_[at].tag == Tag::a && dom_.has_attribute(at, Attr::href) && !is_unlinked(at)) {
                unlinked_.push_back(at);
                --links_;
                return;
            }
        }
    }

    std::string_view html_;
    Dom dom_;
    std::vector<std::uint32_t> open_;
    std::vector<std::uint32_t> unlinked_;
    std::array<std::optional<Tag>, LXB_TAG__LAST_ENTRY> known_{};
    std::array<std::uint32_t, 256> open_count_{};  ///< of the elements on the stack, by tag
    int links_ = 0;
    int in_svg_ = 0;
};

namespace {

struct DestroyTokenizer {
    void operator()(lxb_html_tokenizer_t* tokenizer) const {
        lxb_html_tokenizer_tags_destroy(tokenizer);
        lxb_html_tokenizer_attrs_destroy(tokenizer);
        lxb_html_tokenizer_destroy(tokenizer);
    }
};

lxb_html_token_t* take_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* builder) {
    static_cast<DomBuilder*>(builder)->take(tokenizer, token);
    return token;
}

}  // namespace

Dom Dom::parse(std::string_view html) {
    DomBuilder builder(html);
    const std::unique_ptr<lxb_html_tokenizer_t, DestroyTokenizer> tokenizer(lxb_html_tokenizer_create());
    if (lxb_html_tokenizer_init(tokenizer.get()) != LXB_STATUS_OK) {
        throw Failure("not enough memory to read a page");
    }
    lxb_html_tokenizer_tags_make(tokenizer.get(), name_table);
    lxb_html_tokenizer_attrs_make(tokenizer.get(), name_table);
    lxb_html_tokenizer_callback_token_done_set(tokenizer.get(), take_token, &builder);
    lxb_html_tokenizer_keep_duplicate_set_noi(tokenizer.get(), true);  // looking for them is quadratic
    lxb_html_tokenizer_begin(tokenizer.get());
    lxb_html_tokenizer_chunk(tokenizer.get(), reinterpret_cast<const lxb_char_t*>(html.data()), html.size());
    lxb_html_tokenizer_end(tokenizer.get());
    return builder.finish();
}

}  // namespace synoptic
