// SPDX-License-Identifier: Apache-2.0
// Why the table is empty, told apart: no connection at all, still loading, not loaded and why, hidden by the search,
// or truly nothing there. A pure function of what the desk and the model say. A failed load is never "no orders".
#pragma once

#include "desk/connection.h"
#include "ui/orders/order_category.h"
#include "ui/shell/empty_state.h"

namespace ui {

struct TableFacts
{
    std::vector<desk::ConnectionView> connections;
    Category category = Category::Open;
    int shown = 0;          // rows in the table
    int hiddenBySearch = 0; // of the open category
};

/// What the buttons of an empty state do.
struct TableWishes
{
    std::function<void()> addConnection;
    std::function<void()> openPractice;
    std::function<void()> clearSearch;
    std::function<void()> refresh;
    std::function<void(const QString &connection)> signIn;
};

[[nodiscard]] EmptyState::Content emptyContent(const TableFacts &facts, const TableWishes &wishes);

} // namespace ui
