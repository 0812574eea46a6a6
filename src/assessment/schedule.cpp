#include "assessment/schedule.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace mlops_assess {

std::vector<std::size_t> schedule(std::size_t count,
                                  const std::vector<std::vector<std::size_t>>& predecessors,
                                  const std::function<bool(std::size_t, std::size_t)>& better) {
    std::vector<std::size_t> by_rank(count);
    std::iota(by_rank.begin(), by_rank.end(), std::size_t{0});
    std::stable_sort(by_rank.begin(), by_rank.end(), better);
    std::vector<std::size_t> rank(count);
    for (std::size_t r = 0; r < count; ++r) rank[by_rank[r]] = r;

    std::vector<std::vector<std::size_t>> successors(count);
    std::vector<std::size_t> waits_for(count);
    std::set<std::size_t> free;  // ranks
    for (std::size_t item = 0; item < count; ++item) {
        for (const auto before : predecessors[item]) successors[before].push_back(item);
        waits_for[item] = predecessors[item].size();
        if (waits_for[item] == 0) free.insert(rank[item]);
    }
    std::vector<std::size_t> order;
    while (!free.empty()) {
        const auto item = by_rank[*free.begin()];
        free.erase(free.begin());
        order.push_back(item);
        for (const auto next : successors[item])
            if (--waits_for[next] == 0) free.insert(rank[next]);
    }
    return order;
}

}  // namespace mlops_assess
