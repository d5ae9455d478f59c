import { named } from './sql.ts'

/** The ties that give a say today, of everybody. */
const TIES = `from "guardianship" as "tie"
where "tie"."from_on" <= :today and ("tie"."to_on" is null or "tie"."to_on" >= :today)
  and "tie"."information_only" = :no and ("tie"."authority" != :none or "tie"."lives_with" = :yes)
  and not exists (select "restriction"."id" from "guardianship_restriction" as "restriction"
    where "restriction"."guardianship_id" = "tie"."id" and "restriction"."kind" = :hidden
      and "restriction"."from_on" <= :today and ("restriction"."to_on" is null or "restriction"."to_on" >= :today)
      and "restriction"."organisation_id" = :org)
  and "tie"."pupil_id" in (select "pupil"."id" from "person" as "pupil"
    where ("pupil"."state" = 'active' and ("pupil"."left_on" is null or "pupil"."left_on" >= :today::date))
      and "pupil"."organisation_id" = :org)`
const CHILDREN = `select "tie"."pupil_id" ${TIES} and "tie"."guardian_id" = :me and "tie"."organisation_id" = :org`

const NEWS = `select "news"."id", "news"."words", "news"."class", "news"."published_at", "news"."pinned", "news"."author_id"
from "news" where "news"."state" = :published and ("news"."expires_on" is null or "news"."expires_on" >= :today)
  and (("news"."whole_school" = :yes and exists (${CHILDREN}))
    or "news"."id" in (select "meant"."news_id" from "news_group" as "meant"
      inner join "news" as "dated" on "dated"."id" = "meant"."news_id" and "dated"."organisation_id" = :org
      inner join "group_pupil" as "placed" on "placed"."group_id" = "meant"."group_id" and "placed"."organisation_id" = :org
      where "placed"."pupil_id" in (${CHILDREN}) and "placed"."from_on" <= :today
        and ("placed"."to_on" is null
          or "placed"."to_on" >= ("dated"."published_at" at time zone 'Europe/Amsterdam')::date)
        and "meant"."organisation_id" = :org)
    or false)`
const NEWS_ORDER = `order by "news"."pinned" desc, "news"."published_at" desc, "news"."id"`

const restricted = (kinds: string) => `(select "processing_restriction"."person_id" from "processing_restriction"
  where ("processing_restriction"."ends_on" is null or "processing_restriction"."ends_on" > :today::date)
    and ("processing_restriction"."concerns" = '{}' or "processing_restriction"."concerns" && :${kinds}::text[])
    and "processing_restriction"."organisation_id" = :org)`

/** What the first page of a guardian asks of one school; each is asked of this school or, for what is marked, of the others too. */
export const family = {
  digest: named(
    `select "digest_hour", "digest_at", "mail", "push" from "attention_choice" where "account_id" = :account`,
  ),
  unread: named(`select "id" from "terms_breach" where "person_id" = :me and "read_at" is null
    and "terms_breach"."organisation_id" = :org
    union all select "restriction_id" as "id" from "terms_objection" where "person_id" = :me and "answer" is not null
      and "read_at" is null and "terms_objection"."organisation_id" = :org limit :one`),
  statement: named(`select "number" from "privacy_statement" where "material" = :yes and "published_at" > :told
    and not exists (select "seen"."number" from "privacy_statement_seen" as "seen" where "seen"."person_id" = :me
      and "seen"."number" >= "privacy_statement"."number" and "seen"."organisation_id" = :org)
    and (exists (select "number" from "privacy_statement_seen" where "person_id" = :me
        and "privacy_statement_seen"."organisation_id" = :org)
      or exists (select "person"."id" from "person" where "person"."id" = :me
        and "person"."created_at" < "privacy_statement"."published_at" and "person"."organisation_id" = :org))
    and "privacy_statement"."organisation_id" = :org order by "number" desc limit :one`),
  moves: named(`select "pupil_move"."id" as "move", "person"."id", "person"."record", "organisation"."name" as "school",
    exists (select "said"."move_id" from "pupil_move_answer" as "said" where "said"."move_id" = "pupil_move"."id"
      and "said"."guardian_id" = :me and "said"."organisation_id" = :org) as "answered"
    from "pupil_move" inner join "person" on "person"."id" = "pupil_move"."pupil_id" and "person"."organisation_id" = :org
      inner join "organisation" on "organisation"."id" = "pupil_move"."to_organisation"
    where "pupil_move"."ended_at" is null and "pupil_move"."pupil_id" in (${CHILDREN})
      and "pupil_move"."organisation_id" = :org`),
  latest: named(
    `${NEWS} and "news"."published_at" >= :since and "news"."organisation_id" = :org ${NEWS_ORDER} limit :three`,
  ),
  deviations: named(`select "rule", "years", "months", "days", "reason", "set_at" from "retention_deviation"
    where "ended_at" is null and "retention_deviation"."organisation_id" = :org order by "set_at" desc`),
  photos: named(`select "photo"."id", "photo"."news_id", "photo"."image_id", "photo"."alt" from "news_photo" as "photo"
    where "photo"."people" is not null and "photo"."people" = (select count(*)::int as "count"
      from "news_photo_pupil" as "seen" where "seen"."photo_id" = "photo"."id" and "seen"."may" = :yes
        and "seen"."organisation_id" = :org)
    and "photo"."news_id" in (select unnest(:ids::uuid[])) and "photo"."organisation_id" = :org
    order by "photo"."chosen_at", "photo"."id"`),
  elsewhere: named(`select "organisation_id" as "organisation", "person_id" as "person" from "account_person"
    where "account_id" = :account and "organisation_id" <> :org order by "organisation_id"`),
  children: named(`select "id", "record" from "person" where "id" in (${CHILDREN}) and "state" = :active
    and "person"."organisation_id" = :org`),
  absences:
    named(`select "absence"."id", "absence"."pupil_id", "absence"."from_on", "absence"."to_on", "absence"."from_time",
      "absence"."until_time", "absence"."reason", "absence"."word", "absence"."decision", "absence"."via",
      "absence"."reporter_id", "absence"."reported_at", "absence"."withdrawn_at", "reporter"."record" as "reporter"
    from "absence" left join "person" as "reporter" on "reporter"."id" = "absence"."reporter_id"
      and "reporter"."state" = :active and "reporter"."organisation_id" = :org
    where "absence"."pupil_id" in (${CHILDREN}) and "absence"."from_on" <= :ever
      and ("absence"."to_on" is null or "absence"."to_on" >= :today) and "absence"."withdrawn_at" is null
      and "absence"."organisation_id" = :org
    order by "absence"."from_on" desc, "absence"."reported_at" desc`),
  marks: named(`select "pupil_id", "on_day", "state", "arrived_at" from "attendance_mark"
    where "pupil_id" in (${CHILDREN}) and "on_day" >= :today and "on_day" <= :ever
      and "attendance_mark"."organisation_id" = :org order by "on_day"`),
  items: named(`select "module", "subject_id", "class", "answer_by", "from_at" from "attention_item"
    where "person_id" = :me and "from_at" <= :now and "until_at" > :now and "answered_at" is null
      and ("class" <> :known or "read_at" is null) and "attention_item"."organisation_id" = :org
    order by "from_at" desc, "id"`),
  news: named(
    `${NEWS} and "news"."id" in (select unnest(:ids::uuid[])) and "news"."organisation_id" = :org ${NEWS_ORDER}`,
  ),
  groupNames: named(`select "news_group"."news_id", "school_group"."name" from "news_group"
    inner join "school_group" on "school_group"."id" = "news_group"."group_id" and "school_group"."organisation_id" = :org
    where "news_group"."news_id" in (select unnest(:ids::uuid[])) and "news_group"."organisation_id" = :org
    order by "school_group"."name"`),
  names: named(`select "id", "record", "state" from "person" where "id" in (select unnest(:ids::uuid[]))
    and "person"."organisation_id" = :org`),
  threads:
    named(`select "thread"."id", "thread"."kind", "thread"."last_at", "thread"."waits_since", "thread"."promised_on",
      "thread"."closed_at", "thread"."shared", "own"."name" as "group", "thread"."answers_id"
    from "message_thread" as "thread"
      left join "school_group" as "own" on "own"."id" = "thread"."group_id" and "own"."organisation_id" = :org
    where "thread"."id" in (select "seat"."thread_id" from (select "member"."thread_id", "member"."guardian_id" as "person_id"
        from "message_member" as "member" inner join (select "tie"."guardian_id", "tie"."pupil_id" ${TIES}
          and "tie"."organisation_id" = :org) as "say"
          on "say"."guardian_id" = "member"."guardian_id" and "say"."pupil_id" = "member"."pupil_id"
        where "member"."organisation_id" = :org) as "seat" where "seat"."person_id" = :me)
      and "thread"."organisation_id" = :org order by "thread"."last_at" desc limit :page`),
  newest: named(`select distinct on ("thread_id") "id", "thread_id", "author_id", "record", "sent_at" from "message"
    where "thread_id" in (select unnest(:ids::uuid[])) and "kind" = :text and "message"."organisation_id" = :org
    order by "thread_id", "sent_at" desc, "id" desc`),
  seen: named(`select "thread_id", "person_id", "read_to" from "message_seen"
    where "thread_id" in (select unnest(:ids::uuid[])) and "message_seen"."organisation_id" = :org`),
  members: named(`select "thread_id", "guardian_id", "pupil_id" from "message_member"
    where "thread_id" in (select unnest(:ids::uuid[])) and "message_member"."organisation_id" = :org`),
  consents:
    named(`select "purpose"."id", "purpose"."template", "purpose"."audience", "purpose"."rule", "purpose"."pictures",
      "decider"."pupil_id", "decider"."person_id", "answer"."yes", "answer"."withdraws", "answer"."recorded_at",
      "decider"."pupil_id" in ${restricted('image')} as "image", "decider"."pupil_id" in ${restricted('contact')} as "contact",
      "decider"."pupil_id" in ${restricted('health')} as "health", "decider"."pupil_id" in ${restricted('nothing')} as "ordinary",
      "decider"."person_id" in ${restricted('contact')} as "unreachable"
    from "consent_purpose" as "purpose" inner join (select "tie"."pupil_id", "tie"."guardian_id" as "person_id"
        from "guardianship" as "tie" where "tie"."authority" = :full
          and ("tie"."from_on" <= :today::date and ("tie"."to_on" is null or "tie"."to_on" >= :today::date))
          and not exists (select "age"."pupil_id" from "consent_age" as "age" where "age"."pupil_id" = "tie"."pupil_id"
            and "age"."own" = :yes and "age"."organisation_id" = :org)
          and "tie"."pupil_id" in (${CHILDREN}) and "tie"."organisation_id" = :org
        union all select "grown"."pupil_id", "grown"."pupil_id" as "person_id" from "consent_age" as "grown"
          where "grown"."own" = :yes and "grown"."pupil_id" in (${CHILDREN})
            and "grown"."organisation_id" = :org) as "decider" on true
      left join "consent_answer" as "answer" on "answer"."purpose_id" = "purpose"."id"
        and "answer"."pupil_id" = "decider"."pupil_id" and "answer"."person_id" = "decider"."person_id"
        and "answer"."number" >= "purpose"."asks_from" and "answer"."ended_at" is null and "answer"."organisation_id" = :org
    where "purpose"."ended_at" is null and "purpose"."organisation_id" = :org
    order by "purpose"."position", "decider"."pupil_id", "decider"."person_id"`),
  rounds:
    named(`select distinct "placed"."pupil_id", "placed"."group_id", "round"."id", "round"."title", "round"."minutes",
    "round"."apart", "round"."video", "round"."siblings_at", "round"."opens_at", "round"."closes_at"
    from "group_pupil" as "placed"
      inner join "conversation_slot" as "offered" on "offered"."group_id" = "placed"."group_id" and "offered"."organisation_id" = :org
      inner join "conversation_round" as "round" on "round"."id" = "offered"."round_id" and "round"."organisation_id" = :org
    where "offered"."ends_at" > :now and "placed"."pupil_id" in (select "tie"."pupil_id" ${TIES}
        and "tie"."guardian_id" = :me and "tie"."authority" != :none and "tie"."organisation_id" = :org)
      and "placed"."from_on" <= :today and ("placed"."to_on" is null or "placed"."to_on" >= :today)
      and "placed"."organisation_id" = :org order by "round"."opens_at", "round"."id"`),
  slots:
    named(`select "slot"."id", "slot"."round_id", "slot"."group_id", "slot"."starts_at", "slot"."ends_at", "slot"."closed_at",
      "booking"."id" as "booking", "booking"."pupil_id", "booking"."side", "booking"."by_video", "booking"."via",
      "kept"."guardian_id" as "kept_for"
    from "conversation_slot" as "slot" left join "conversation_booking" as "booking" on "booking"."slot_id" = "slot"."id"
        and "booking"."organisation_id" = :org
      left join "conversation_wait" as "kept" on "kept"."offered_slot" = "slot"."id" and "kept"."offered_until" > :now
        and "kept"."organisation_id" = :org
    where "slot"."round_id" in (select unnest(:rounds::uuid[])) and "slot"."group_id" in (select unnest(:groups::uuid[]))
      and "slot"."organisation_id" = :org order by "slot"."starts_at"`),
  says: named(`select "tie"."id" as "tie", "tie"."pupil_id", "tie"."authority", "tie"."may_be_contacted", "tie"."lives_with", "tie"."details",
      "person"."id", "person"."record", exists (select "ban"."id" from "guardianship_restriction" as "ban"
        where "ban"."guardianship_id" = "tie"."id" and "ban"."kind" = :ban and "ban"."from_on" <= :today
          and ("ban"."to_on" is null or "ban"."to_on" >= :today) and "ban"."organisation_id" = :org) as "banned"
    ${TIES.replace('where', `inner join "person" on "person"."id" = "tie"."guardian_id" and "person"."organisation_id" = :org\nwhere`)}
      and "tie"."pupil_id" in (select unnest(:pupils::uuid[])) and "person"."state" = :active
      and "tie"."organisation_id" = :org order by "tie"."call_order", "tie"."id"`),
  wishes: named(`select "round_id", "pupil_id", "guardian_id", "wish" from "conversation_wish"
    where "round_id" in (select unnest(:rounds::uuid[])) and "pupil_id" in (select unnest(:pupils::uuid[]))
      and "conversation_wish"."organisation_id" = :org`),
  guests: named(`select "guardian_id", "at", "booking_id" from "conversation_guest"
    where "guardian_id" in (select unnest(:ids::uuid[])) and "at" > :now and "conversation_guest"."organisation_id" = :org`),
} as const
