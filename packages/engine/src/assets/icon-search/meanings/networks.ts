/** The Internet, its parties, and how secrets are kept and lost. */
export const NETWORKS = `
server, web server, host, backend, data centre, data center, server farm, mail server, hosting, server rack, bitcoin miner, mining rig, rack of servers | chalktalk:server | server
database, db, sql, data store, storage engine, postgres, key value store | chalktalk:database | database
table, database table, relational table, hash table, lookup table | chalktalk:table | table-2
cloud, the cloud, cloud computing, cloud service, cloud storage, cloud server | cloud | cloud
browser, web browser, browser window, web page, webpage, page in the browser | chalktalk:browser | app-window
website, web, world wide web, www, site, url, domain, domain name | globe-with-meridians | globe
internet, global network, online | globe-with-meridians | globe
router, modem, wifi router, wi fi router, home router, internet router, gateway | - | router
network switch, ethernet switch, switch | - | tabler:switch-horizontal
network, computer network, lan, neural network, web of nodes, mesh | spider-web | network
topology, mesh network, peer to peer, p2p, distributed system, decentralized, decentralised | - | waypoints
load balancer, balancer, reverse proxy, proxy, proxy server | - | tabler:load-balancer
wifi, wi fi, wireless, wireless network, wlan, hotspot | wireless | wifi
bluetooth | - | bluetooth
ethernet, network port, ethernet cable, port number | - | ethernet-port
network cable, cable, wire, fibre, fiber, fibre optic, optical fibre, copper wire | noto:electric-plug | cable
undersea cable, submarine cable | - | cable
antenna, cell tower, radio tower, mobile mast, base station, radio mast, transmitter, transmission tower, phone mast | satellite-antenna | radio-tower
satellite dish, dish, radio telescope, ground station, receiver | satellite-antenna | satellite-dish
satellite, gps satellite, spacecraft, orbiter, space probe, probe | satellite | satellite
gps, navigation, positioning, sat nav, satnav, satellite navigation | satellite | navigation
location, place, pin, position, destination, map pin, where, point of interest, address | round-pushpin | map-pin
signal, reception, signal strength, mobile signal, bars of signal | antenna-bars | signal
packet, data packet, parcel, network packet, package, ip packet, datagram | package | package
message, reply, answer, text message, sms, chat message, chat, dm | noto:speech-balloon | message-square
email, e mail, mail, electronic mail, inbox | e-mail | mail
letter, envelope, post, sealed letter, postcard | envelope | mail
address book, directory, dns, phone book, name server, dns server, contact list, contacts, resolver | ledger | tabler:address-book
ip address, address label, id number | label | hash
request, http request, query, api call, send, sending, upload, outgoing, transmit | outbox-tray | send
response, http response, download, incoming, receive, receiving | inbox-tray | inbox
api, interface, endpoint, plug in, plugin, extension | noto:electric-plug | plug
link, linked list, hyperlink, chain link, connection, linked, joined | link | link
chain, chains, blockchain, chain of blocks, block chain | chains | link
block of data, block, data block | package | box
bitcoin, cryptocurrency, crypto, ethereum | coin | bitcoin
search, search engine, look up, lookup, find, magnifier, magnifying glass, loupe, inspect, zoom, searching, query engine | magnifying-glass-tilted-left | search
crawler, web crawler, bot, chatbot, spider bot | robot | bot
download speed, speed, bandwidth, throughput, fast, performance, quick, rapid | high-voltage | gauge
latency, delay, lag, ping, waiting time | hourglass-not-done | hourglass
cache, caching, memory cache | card-index-dividers | archive
cookie, web cookie, tracking cookie, biscuit | cookie | cookie
session, ticket, token, access token, pass | ticket | ticket
login, log in, sign in, log on, authentication | key | log-in
password, passphrase, pin code, passcode, secret code, credentials | key | rectangle-ellipsis
user name, username, account, profile, user account, identity | noto:bust-in-silhouette | circle-user
user, client, visitor, end user, customer account, someone | noto:bust-in-silhouette | user
users, crowd of users, group, community, audience, crowd, public, population, society | noto:busts-in-silhouette | users
id, identity card, identification, id card, passport photo, badge | identification-card | id-card
passport, visa | passport-control | tabler:e-passport
certificate, digital certificate, tls certificate, ssl certificate, signed certificate, licence, license, diploma certificate, credential | scroll | tabler:certificate
certificate authority, certification authority, notary, trusted authority, root authority | classical-building | landmark
signature, digital signature, sign, signed, signing, contract signature, autograph | writing-hand | signature
seal, wax seal, official stamp, stamp, approval stamp | rosette | stamp
key, secret key, private key, encryption key, cryptographic key, decryption key, session key | key | key
public key, old key, shared key, asymmetric key | old-key | key-round
key pair, public and private key | locked-with-key | key-round
padlock, lock, locked, secure, https, tls, ssl, encrypted, secured, security lock | locked | lock
unlock, unlocked, open lock, insecure, unencrypted, open padlock, decrypt, decryption | unlocked | lock-open
encryption, encrypt, cipher, cryptography, cryptographic, end to end encryption, vpn, sealed message, cypher | locked-with-key | lock-keyhole
hash, hashing, hash function, fingerprint, biometric, digest, checksum | noto:fingerprint | fingerprint-pattern
security, shield, protection, defence, defense, cyber security, cybersecurity, protect, safe, antivirus, guarded, immunity | shield | shield
firewall, wall of fire, packet filter | brick | brick-wall-fire
hacker, attacker, cracker, cyber criminal, intruder, black hat, adversary | person-supervillain | hat-glasses
eavesdropper, listener, spy, snoop, man in the middle, interceptor, detective, investigator, sleuth, wiretapper | detective | hat-glasses
thief, burglar, robber, criminal, crook, fraudster, scammer, pickpocket | person-supervillain | venetian-mask
phishing, bait, fishing hook, fish hook, scam | hook | fishing-hook
malware, computer virus, ransomware, trojan, infected file | biohazard | bug
trojan horse | carousel-horse | tabler:horse-toy
bug, software bug, glitch, defect, beetle bug | lady-beetle | bug
worm, computer worm, earthworm | worm | worm
spam, junk mail, junk | wastebasket | mail-x
captcha, puzzle, jigsaw, jigsaw puzzle, puzzle piece, riddle, piece of the puzzle | noto:puzzle-piece | puzzle
privacy, private, hidden, invisible, incognito, secret, masked, anonymous | shushing-face | eye-off
eye, see, watching, surveillance, visible, look, observe, observer, sight, vision, seeing | eye | eye
cctv, security camera, surveillance camera | noto:video-camera | cctv
stranger, unknown person, anyone, somebody | noto:bust-in-silhouette | user
card number, credit card, debit card, bank card, payment card, card, contactless card | credit-card | credit-card
payment, checkout, purchase, paying, pay, contactless payment | credit-card | credit-card-reader
qr code, barcode, qr | - | qr-code
shop, store, online shop, web shop, corner shop, retailer, retail, book shop, bookshop, merchant, vendor, seller, grocery, supermarket | convenience-store | store
shopping, shopping cart, cart, basket, trolley, shopping trolley, e commerce | shopping-cart | shopping-cart
shopping bag, bags, goods, consumer goods | shopping-bags | shopping-bag
social media, social network, feed, influencer, like, likes | thumbs-up | share-2
notification, alert, bell, alarm, reminder, ringing | bell | bell
streaming, video stream, video, online video, youtube, video player | noto:film-frames | circle-play
video call, webcam, video conference, zoom call | noto:video-camera | webcam
news feed, rss, newspaper, news, press, headline, journalism, media | newspaper | newspaper
podcast, broadcast, radio, radio station, broadcasting, radio set, radio receiver | radio | radio
`;
