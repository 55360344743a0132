-- Who people are, how they prove it, the organizations they belong to, and the keys that act for both.

-- The next five are better-auth's, under our names; a test holds them to what it expects.
create table users (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

create table sessions (
  id uuid primary key default gen_random_uuid(),
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id uuid not null references users (id) on delete cascade
);
create index sessions_user_id_idx on sessions (user_id);

-- A user's password, hashed; one with another provider would have its tokens here.
create table credentials (
  id uuid primary key default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index credentials_user_id_idx on credentials (user_id);

-- Sign-in links and password resets, found by a hash of what the link holds.
create table one_time_tokens (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index one_time_tokens_identifier_idx on one_time_tokens (identifier);

-- Calls by address and path, so that nobody tries many passwords.
create table address_attempts (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- Passwords tried for one account, whatever the address; a hash of its e-mail, also of those that do not exist.
create unlogged table account_attempts (
  account text primary key,
  started_at timestamptz not null default now(),
  count int not null
);
create index account_attempts_by_age on account_attempts (started_at);

create table organizations (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 100),
  -- Never in the form of a uuid, so that a path can hold either.
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$'),
  created_at timestamptz not null default clock_timestamp()
);

create table members (
  organization_id uuid not null references organizations (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'member')),
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, user_id)
);
create index members_of_user on members (user_id);

-- Bound to an e-mail, good for one use until it expires; only a hash of what its link holds is kept.
create table invitations (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references organizations (id) on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'admin', 'member')),
  token_hash text not null unique,
  invited_by uuid references users (id) on delete set null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  cancelled_at timestamptz
);
create unique index invitations_open on invitations (organization_id, email)
  where accepted_at is null and cancelled_at is null;

-- Keys of the HTTP contract; only a SHA-256 is kept. `user_id` made the key; with an organization, that owns it.
create table api_keys (
  id uuid primary key default gen_random_uuid(),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  -- Its last four digits, by which people tell keys apart.
  ending text not null,
  user_id uuid not null references users (id) on delete cascade,
  organization_id uuid references organizations (id) on delete cascade,
  created_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create unique index api_keys_one_a_user on api_keys (user_id)
  where organization_id is null and revoked_at is null;
create unique index api_keys_one_an_organization on api_keys (organization_id)
  where organization_id is not null and revoked_at is null;
create index api_keys_of_user on api_keys (user_id);
create index api_keys_of_organization on api_keys (organization_id) where organization_id is not null;

-- Whoever leaves an organization leaves its key behind for good: coming back does not bring the key back.
create function revoke_keys_of_former_member() returns trigger language plpgsql as $$
begin
  update api_keys set revoked_at = clock_timestamp()
  where organization_id = old.organization_id and user_id = old.user_id and revoked_at is null;
  return null;
end $$;
create trigger members_leave after delete on members
  for each row execute function revoke_keys_of_former_member();

-- Whoever made an account for an e-mail that was not theirs loses it when its owner proves it: better-auth then removes
-- the password and the sessions from before, and the keys from before end with them.
create function revoke_keys_from_before_proof() returns trigger language plpgsql as $$
begin
  update api_keys set revoked_at = clock_timestamp() where user_id = new.id and revoked_at is null;
  return null;
end $$;
create trigger users_prove_email after update of email_verified on users
  for each row when (new.email_verified and not old.email_verified)
  execute function revoke_keys_from_before_proof();
