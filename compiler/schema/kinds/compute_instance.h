// What a compute instance has beside other computes: when it starts and stops, and what runs on it first.
#pragma once

#include "schema/rows.h"

namespace schema {

inline constexpr Word kTriggerTypes[] = {
    {"cron", "Cron", "By a cron expression."},
    {"recurrence", "Recurrence", "Each so many minutes, hours, days, weeks or months."},
};
inline constexpr Word kFrequencies[] = {
    {"minute", "Minute", {}}, {"hour", "Hour", {}},   {"day", "Day", {}},
    {"week", "Week", {}},     {"month", "Month", {}},
};
inline constexpr Word kWeekDays[] = {
    {"monday", "Monday", {}},     {"tuesday", "Tuesday", {}}, {"wednesday", "Wednesday", {}},
    {"thursday", "Thursday", {}}, {"friday", "Friday", {}},   {"saturday", "Saturday", {}},
    {"sunday", "Sunday", {}},
};
inline constexpr Type kHour = integer(0, 23);
inline constexpr Type kMinute = integer(0, 59);
inline constexpr Type kMonthDay = integer(1, 31);
inline constexpr Type kWeekDay = one_of(kWeekDays);
inline constexpr Field kRecurrenceScheduleFields[] = {
    {.name = "hours",
     .type = list(kHour),
     .doc = "Hours of the day, 0 to 23.",
     .required = true,
     .rest = "hours"},
    {.name = "minutes",
     .type = list(kMinute),
     .doc = "Minutes of the hour, 0 to 59.",
     .required = true,
     .rest = "minutes"},
    {.name = "week_days", .type = list(kWeekDay), .doc = "Days of the week.", .rest = "weekDays"},
    {.name = "month_days",
     .type = list(kMonthDay),
     .doc = "Days of the month, 1 to 31.",
     .rest = "monthDays"},
};
inline constexpr Block kRecurrenceSchedule{
    .name = "schedule",
    .doc = "At which times of the day, and on which days.",
    .fields = kRecurrenceScheduleFields,
};

// REST has an object for each type of trigger.
inline constexpr Field kStartStopTriggerFields[] = {
    {.name = "type",
     .type = one_of(kTriggerTypes),
     .doc = "How the times are given.",
     .required = true,
     .rest = "triggerType"},
    {.name = "expression",
     .type = kText,
     .doc = "Five fields: minute, hour, day of the month, month, day of the week.",
     .required = true,
     .rest = "cron.expression",
     .only = names<"cron">},
    {.name = "start_time",
     .type = kText,
     .doc = "First day and time, as `2026-01-31T18:00:00`. Default now.",
     .rest = "cron.startTime",
     .only = names<"cron">},
    {.name = "time_zone",
     .type = kText,
     .doc = "Time zone, by its Windows name. Default `UTC`.",
     .rest = "cron.timeZone",
     .only = names<"cron">},
    {.name = "frequency",
     .type = one_of(kFrequencies),
     .doc = "Unit of `interval`.",
     .required = true,
     .rest = "recurrence.frequency",
     .only = names<"recurrence">},
    {.name = "interval",
     .type = integer(1),
     .doc = "How many of these from one time to the next.",
     .required = true,
     .rest = "recurrence.interval",
     .only = names<"recurrence">},
    {.name = "schedule",
     .type = block(kRecurrenceSchedule),
     .doc = "Times of the day, and days.",
     .rest = "recurrence.schedule",
     .only = names<"recurrence">},
    {.name = "start_time",
     .type = kText,
     .doc = "First day and time, as `2026-01-31T18:00:00`. Default now.",
     .rest = "recurrence.startTime",
     .only = names<"recurrence">},
    {.name = "time_zone",
     .type = kText,
     .doc = "Time zone, by its Windows name. Default `UTC`.",
     .rest = "recurrence.timeZone",
     .only = names<"recurrence">},
};
inline constexpr Block kStartStopTrigger{
    .name = "trigger",
    .doc = "When the instance starts or stops.",
    .fields = kStartStopTriggerFields,
    .discriminator = "type",
};

inline constexpr Word kPowerActions[] = {{"start", "Start", {}}, {"stop", "Stop", {}}};
inline constexpr Word kStates[] = {{"enabled", "Enabled", {}}, {"disabled", "Disabled", {}}};
inline constexpr Field kStartStopFields[] = {
    {.name = "action",
     .type = one_of(kPowerActions),
     .doc = "What happens then.",
     .required = true,
     .rest = "action"},
    {.name = "state",
     .type = one_of(kStates),
     .doc = "Whether the schedule counts. Default `enabled`.",
     .fallback = "enabled",
     .rest = "status"},
    {.name = "trigger",
     .type = block(kStartStopTrigger),
     .doc = "When it happens.",
     .required = true,
     .rest = "."},
};
inline constexpr Block kStartStop{.name = "compute_start_stop",
                                  .doc = "A time at which the instance starts or stops.",
                                  .fields = kStartStopFields};
inline constexpr Type kStartStopType = block(kStartStop);
inline constexpr Field kInstanceScheduleFields[] = {
    {.name = "compute_start_stop",
     .type = list(kStartStopType),
     .doc = "Times at which the instance starts or stops.",
     .rest = "computeStartStop"},
};
inline constexpr Block kInstanceSchedules{
    .name = "schedules", .doc = "When the instance starts and stops.", .fields = kInstanceScheduleFields};

inline constexpr Field kOnBehalfFields[] = {
    {.name = "user_object_id",
     .type = kUuid,
     .doc = "Object id of the user in Entra ID.",
     .required = true,
     .rest = "objectId"},
    {.name = "user_tenant_id",
     .type = kUuid,
     .doc = "Id of the user's tenant.",
     .required = true,
     .rest = "tenantId"},
};
inline constexpr Block kOnBehalf{
    .name = "create_on_behalf_of", .doc = "The one user of the instance.", .fields = kOnBehalfFields};

inline constexpr Field kInstanceSshFields[] = {
    {.name = "ssh_key_value",
     .type = kFileText,
     .doc = "Public RSA key that may log in; `file(\"key.pub\")` reads it from a file.",
     .rest = "adminPublicKey",
     .was = names<"ssh_public_key", "admin_user_ssh_public_key">},
};
inline constexpr Block kInstanceSsh{
    .name = "ssh_settings", .doc = "Who may log in to the instance by SSH.", .fields = kInstanceSshFields};

}  // namespace schema
