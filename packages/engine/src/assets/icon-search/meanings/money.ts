/** Money, trade and work. */
export const MONEY = `
atm, cash machine, cash point | - | banknote-arrow-down
money, cash, cheque, banknote, dollar, dollars, currency, bill, usd, budget, wage, salary, income, paper money, fund, funds, capital, revenue, pay cheque, bank note, earnings, wages | dollar-banknote | banknote
euro, euros, eurozone | euro-banknote | euro
pound, pounds, sterling, british pound | pound-banknote | pound-sterling
yen | yen-banknote | japanese-yen
coin, coins, penny, cent, cents, pennies, silver coin, token coin | coin | coins
bag of money, money bag, wealth, fortune, rich, profit, riches, sack of money, investment fund, venture capital | money-bag | tabler:moneybag
spending, spend, cost, expense, expensive, expenditure, loss, lose money, costs, money flying away, costly, expenses | money-with-wings | tabler:moneybag-minus
inflation, price rise, rising prices, cost of living, hyperinflation, price increase | chart-increasing | trending-up
deflation, falling prices | chart-decreasing | trending-down
bank, central bank, federal reserve, lender, the bank, commercial bank, ecb, savings bank, financial institution, bank of england | bank | landmark
savings, save money, piggy bank, saving, deposit, saver, nest egg | pig | piggy-bank
loan, debt, mortgage, borrow, lend, credit, interest, compound interest, lending, borrower, bond, government bond, bonds | page-with-curl | hand-coins
wallet, purse, pocket money | purse | wallet
receipt, invoice, bill to pay, tax bill, tax, taxes, taxation, vat | receipt | receipt
safe box, vault, bank vault, treasury, safe deposit | locked | vault
market, stall, marketplace, bazaar, free market, supply and demand, street market | convenience-store | store
supply, stock of goods, inventory, stockpile, surplus | package | boxes
demand, buyers, shoppers | noto:busts-in-silhouette | shopping-basket
stock market, stocks, stock exchange, trading, investment, investing, investor, wall street, shares, equity, return on investment, index fund, stock | chart-increasing | chart-candlestick
stock market crash, market crash, great depression, financial crisis, bubble burst, bankruptcy, bankrupt | chart-decreasing | trending-down
economy, gdp, economics, economic growth, economic, gross domestic product | chart-increasing | chart-no-axes-combined
currency exchange, exchange rate, forex | noto:currency-exchange | tabler:exchange
trade, commerce, import, export, world trade, international trade, freight, cargo, container ship, globalised trade | ship | ship-cargo
container, shipping container | - | container
auction, bid, bidding | judge | gavel
sale, bargain, coupon, price cut, cheap, ticket discount | label | badge-percent
monopoly, monopolist | - | crown
poverty, poor, beggar, unemployment, unemployed | palms-up-together | hand-coins
charity, donate, give, giving, aid, generosity | palm-up-hand | hand-heart
job, work, briefcase, profession, career, employment, occupation, business trip | briefcase | briefcase
meeting, negotiation table, conference, summit meeting, committee, board of directors | noto:busts-in-silhouette | presentation
presentation, lecture, slide, slideshow, whiteboard, blackboard, chalkboard | teacher | presentation
product, merchandise, box, crate, carton, cardboard box, shipment, delivery | package | package
delivery truck, delivery van, lorry, truck, logistics, transport, supply chain, hgv | delivery-truck | truck
gold standard, gold bar, gold bars, bullion, ingot | coin | tabler:rectangular-prism
diamond ring, ring, wedding, marriage, engagement, marry, wedding ring | ring | gem
patent, copyright, intellectual property | scroll | copyright
brand, trademark, logo | - | badge-check
lottery, slot machine, jackpot, casino | slot-machine | ticket
growth of savings, money growing, return, yield, dividend | money-bag | sprout
balance sheet, accounting, ledger, bookkeeping, accountant, accounts, book keeping | ledger | notebook-text
`;
