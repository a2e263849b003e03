// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <new>

namespace synoptic {

/// An allocator for big tables that are looked up in no order: asks the system for large pages (2 MB instead of 4 KB), of which the
/// processor remembers enough to find each entry without a walk. Where it gives none, the table is only slower.
template <typename T>
struct LargePages {
    using value_type = T;
    static constexpr std::size_t page = std::size_t{2} << 20U;

    LargePages() = default;
    template <typename Other>
    LargePages(const LargePages<Other>&) {}  // NOLINT(google-explicit-constructor): what the standard asks of allocators

    [[nodiscard]] T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        void* const memory = ::operator new(bytes, alignment_of(bytes));
#ifdef MADV_HUGEPAGE
        if (bytes >= page) {
            madvise(memory, bytes / page * page, MADV_HUGEPAGE);
        }
#endif
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count) { ::operator delete(memory, alignment_of(count * sizeof(T))); }

    friend bool operator==(const LargePages&, const LargePages&) { return true; }

private:
    static std::align_val_t alignment_of(std::size_t bytes) { return std::align_val_t{bytes >= page ? page : std::size_t{64}}; }
};

}  // namespace synoptic
