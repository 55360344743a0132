/** Cities that explainers name, with latitude and longitude in degrees (north and east are positive), to a tenth. */

const ROWS = `
Abidjan 5.3 -4.0; Abu Dhabi 24.5 54.4; Accra 5.6 -0.2; Addis Ababa 9.0 38.7; Adelaide -34.9 138.6; Aden 12.8 45.0
Alexandria 31.2 29.9; Algiers 36.8 3.1; Amsterdam 52.4 4.9; Anchorage 61.2 -149.9; Ankara 39.9 32.9; Antananarivo -18.9 47.5
Antwerp 51.2 4.4; Athens 38.0 23.7; Atlanta 33.7 -84.4; Auckland -36.8 174.8; Baghdad 33.3 44.4; Baku 40.4 49.9
Bangkok 13.8 100.5; Barcelona 41.4 2.2; Basra 30.5 47.8; Beijing 39.9 116.4; Beirut 33.9 35.5; Belgrade 44.8 20.5
Bengaluru, Bangalore 13.0 77.6; Bergen 60.4 5.3; Berlin 52.5 13.4; Bern 46.9 7.4; Bogotá 4.7 -74.1; Bologna 44.5 11.3
Bordeaux 44.8 -0.6; Boston 42.4 -71.1; Bratislava 48.1 17.1; Brasília -15.8 -47.9; Bremen 53.1 8.8; Brisbane -27.5 153.0
Bristol 51.5 -2.6; Bruges 51.2 3.2; Brussels 50.8 4.4; Bucharest 44.4 26.1; Budapest 47.5 19.0; Buenos Aires -34.6 -58.4
Cádiz, Cadiz 36.5 -6.3; Cairo 30.0 31.2; Calcutta, Kolkata 22.6 88.4; Calicut 11.3 75.8; Canton, Guangzhou 23.1 113.3
Cape Canaveral 28.4 -80.6; Cape Town -33.9 18.4; Caracas 10.5 -66.9; Cartagena 10.4 -75.5; Casablanca 33.6 -7.6
Chennai, Madras 13.1 80.3; Chernobyl 51.4 30.1; Chicago 41.9 -87.6; Cologne 50.9 7.0; Colombo 6.9 79.9
Copenhagen 55.7 12.6; Cusco -13.5 -72.0; Dakar 14.7 -17.4; Dallas 32.8 -96.8; Damascus 33.5 36.3; Dar es Salaam -6.8 39.3
Delhi, New Delhi 28.6 77.2; Denver 39.7 -105.0; Detroit 42.3 -83.0; Dhaka 23.8 90.4; Doha 25.3 51.5; Dubai 25.2 55.3
Dublin 53.3 -6.3; Edinburgh 56.0 -3.2; Florence 43.8 11.3; Frankfurt 50.1 8.7; Fukushima 37.8 140.5; Gdańsk, Gdansk 54.4 18.6
Geneva 46.2 6.1; Genoa 44.4 8.9; Glasgow 55.9 -4.3; Goa 15.5 73.8; Hamburg 53.6 10.0; Hanoi 21.0 105.8; Havana 23.1 -82.4
Helsinki 60.2 24.9; Hiroshima 34.4 132.5; Ho Chi Minh City, Saigon 10.8 106.7; Honolulu 21.3 -157.9; Houston 29.8 -95.4
Islamabad 33.7 73.0; Istanbul, Constantinople 41.0 29.0; Jakarta, Batavia -6.2 106.8; Jerusalem 31.8 35.2
Johannesburg -26.2 28.0; Kabul 34.5 69.2; Karachi 24.9 67.0; Kathmandu 27.7 85.3; Kinshasa -4.3 15.3; Kyiv, Kiev 50.5 30.5
Kuala Lumpur 3.1 101.7; Kyoto 35.0 135.8; Lagos 6.5 3.4; La Paz -16.5 -68.1; Leipzig 51.3 12.4; Lima -12.0 -77.0
Lisbon 38.7 -9.1; Liverpool 53.4 -3.0; London 51.5 -0.1; Los Angeles 34.1 -118.2; Luanda -8.8 13.2; Lübeck, Lubeck 53.9 10.7
Lyon 45.8 4.8; Macau 22.2 113.5; Madrid 40.4 -3.7; Malacca 2.2 102.2; Malé, Male 4.2 73.5; Manchester 53.5 -2.2
Manila 14.6 121.0; Marrakesh 31.6 -8.0; Marseille, Marseilles 43.3 5.4; Mecca 21.4 39.8; Medina 24.5 39.6
Melbourne -37.8 145.0; Mexico City 19.4 -99.1; Miami 25.8 -80.2; Milan 45.5 9.2; Minsk 53.9 27.6; Mocha, Mokha 13.3 43.2
Mogadishu 2.0 45.3; Mombasa -4.0 39.7; Montevideo -34.9 -56.2; Montreal 45.5 -73.6; Moscow 55.8 37.6; Mumbai, Bombay 19.1 72.9
Munich 48.1 11.6; Nagasaki 32.8 129.9; Nairobi -1.3 36.8; Naples 40.9 14.3; New Orleans 30.0 -90.1; New York 40.7 -74.0
Nuuk 64.2 -51.7; Odessa, Odesa 46.5 30.7; Osaka 34.7 135.5; Oslo 59.9 10.8; Ottawa 45.4 -75.7; Oxford 51.8 -1.3
Palermo 38.1 13.4; Palos 37.2 -6.9; Panama City 9.0 -79.5; Paris 48.9 2.4; Perth -31.9 115.9; Philadelphia 40.0 -75.2
Phnom Penh 11.6 104.9; Pittsburgh 40.4 -80.0; Port-au-Prince 18.5 -72.3; Porto 41.2 -8.6; Prague 50.1 14.4
Pretoria -25.7 28.2; Pyongyang 39.0 125.8; Quito -0.2 -78.5; Rangoon, Yangon 16.8 96.2; Reykjavik, Reykjavík 64.1 -21.9
Riga 56.9 24.1; Rio de Janeiro, Rio -22.9 -43.2; Riyadh 24.7 46.7; Rome 41.9 12.5; Rotterdam 51.9 4.5
Saint Petersburg, St Petersburg, Leningrad 59.9 30.3; Samarkand 39.7 67.0; San Francisco 37.8 -122.4; Santiago -33.4 -70.7
Santo Domingo 18.5 -69.9; São Paulo, Sao Paulo -23.6 -46.6; Sarajevo 43.9 18.4; Seattle 47.6 -122.3; Seoul 37.6 127.0
Seville 37.4 -6.0; Shanghai 31.2 121.5; Shenzhen 22.5 114.1; Silicon Valley 37.4 -122.1; Sofia 42.7 23.3
Stockholm 59.3 18.1; Suez 30.0 32.6; Sydney -33.9 151.2; Taipei 25.0 121.5; Tallinn 59.4 24.8; Tangier 35.8 -5.8
Tashkent 41.3 69.3; Tbilisi 41.7 44.8; Tehran 35.7 51.4; Tel Aviv 32.1 34.8; Timbuktu 16.8 -3.0; Tokyo 35.7 139.7
Toronto 43.7 -79.4; Trieste 45.6 13.8; Tripoli 32.9 13.2; Tunis 36.8 10.2; Turin 45.1 7.7; Ulaanbaatar 47.9 106.9
Valparaíso, Valparaiso -33.0 -71.6; Vancouver 49.3 -123.1; Venice 45.4 12.3; Veracruz 19.2 -96.1; Vienna 48.2 16.4
Vilnius 54.7 25.3; Vladivostok 43.1 131.9; Warsaw 52.2 21.0; Washington, Washington DC 38.9 -77.0; Wellington -41.3 174.8
Wuhan 30.6 114.3; Xi'an, Xian, Chang'an 34.3 108.9; Yokohama 35.4 139.6; Zanzibar -6.2 39.2; Zagreb 45.8 16.0; Zurich, Zürich 47.4 8.5
North Pole 90 0; South Pole -90 0; Suez Canal 30.6 32.3; Panama Canal 9.1 -79.7; Strait of Gibraltar, Gibraltar 36.1 -5.4
Cape of Good Hope -34.4 18.5; Cape Horn -56.0 -67.3; Strait of Malacca 3.0 100.6; Galápagos, Galapagos -0.7 -90.3
Mount Everest, Everest 28.0 86.9; Cape Verde Islands 15.1 -23.6; Hawaii 20.8 -156.3; Bermuda Triangle 26.0 -71.0
`;

/** By name in lower case: latitude and longitude, degrees. */
export const CITIES: ReadonlyMap<string, readonly [lat: number, lon: number]> = new Map(
  ROWS.split(/[;\n]/)
    .map((row) => row.trim())
    .filter(Boolean)
    .flatMap((row) => {
      const [, names, lat, lon] = /^(.+?) (-?[\d.]+) (-?[\d.]+)$/.exec(row)!;
      return names!
        .split(', ')
        .map((name): [string, [number, number]] => [name.toLowerCase(), [Number(lat), Number(lon)]]);
    }),
);
