/**
 * The tables that belong to no organisation, each with a policy and a key of its own; the catalogue test refuses any
 * other. `organisation` and `host` are public facts; `vault_generation` holds numbers; `throttle` and `used_challenge`
 * hold keyed hashes; `move_package`, `complaint_post`, `news_post` and `post` stand between two organisations;
 * `processing_published` holds what organisations publish, `contract` what they take from the supplier,
 * `support_window_listed` where the supplier may look and `break_glass` where it looked in an emergency; the rest belongs to an account.
 */
export const withoutOrganisation = [
  'organisation',
  'host',
  'vault_generation',
  'account',
  'account_key',
  'account_person',
  'session',
  'password',
  'totp',
  'recovery_code',
  'passkey',
  'known_device',
  'microsoft_identity',
  'hop_token',
  'account_link',
  'account_event',
  'attention_choice',
  'throttle',
  'used_challenge',
  'move_package',
  'complaint_post',
  'news_post',
  'post',
  'processing_published',
  'contract',
  'support_window_listed',
  'break_glass',
] as const
