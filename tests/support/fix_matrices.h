// SPDX-License-Identifier: Apache-2.0
// The tests of FIX's cancel matrices (D1 to D19), for any family of venues: a test program derives from this
// and says which. The families differ in how a deed is done and told, never in how a cancel has to end.
#pragma once

#include "support/fix_script.h"

namespace support {

class FixMatrices : public QObject
{
    Q_OBJECT

public:
    explicit FixMatrices(const FixVenue &venue)
        : m_venue(venue)
    {
    }

private Q_SLOTS:
    void endsAsTheMatrixSays_data();
    void endsAsTheMatrixSays();
    void d11_anUnknownOrderIsNoCancelledOne();
    void d13_askingAgainJoins_data();
    void d13_askingAgainJoins();
    void d15_aPersonsSecondAttemptIsOneMoreArrival();
    void d17_aCancelThatNobodyAskedForStandsInTheBook_data();
    void d17_aCancelThatNobodyAskedForStandsInTheBook();
    void d18_whatIsFilledIsCorrectedAndTheEndIsNot();
    void d18_lateFillsThatCompleteItCorrectTheEnd();
    void d18_aFilledOrderThatLosesAFillIsContradicted();

private:
    const FixVenue &m_venue;
};

} // namespace support
